using System.Globalization;
using System.Text.Json;

namespace GatewayBench.VerdictTruth;

/// <summary>What was measured so far: a file for each run of the tool, by what it was of.</summary>
/// <param name="folder">Where.</param>
internal sealed class KeptRuns(string folder)
{
    /// <summary>Comparisons and A/A runs of a kind, the oldest first.</summary>
    /// <exception cref="InvalidDataException">A file holds something else.</exception>
    public IReadOnlyList<PairedComparison> Pairs(string kind) =>
        [.. Files(kind).Select(file => Read<PairedComparison>(file, ComparisonFile.Options).Run)];

    /// <summary>Searches of a kind, the oldest first.</summary>
    /// <exception cref="InvalidDataException">A file holds something else.</exception>
    public IReadOnlyList<KeptSearch> Searches(string kind) =>
        [.. Files(kind).Select(file => Read<KeptSearch>(file, BisectFile.Options).Run)];

    /// <summary>Commit and machine of each.</summary>
    /// <exception cref="InvalidDataException">A file holds something else.</exception>
    public IReadOnlyList<Kept<JsonElement>> Everything() =>
        [.. All().Select(file => Read<JsonElement>(file, ComparisonFile.Options))];

    /// <summary>The kinds that there are which begin so.</summary>
    public IEnumerable<string> KindsOf(string prefix) =>
        All()
            .Select(file => Path.GetFileName(file).Split('.')[0])
            .Where(kind => kind.StartsWith(prefix, StringComparison.Ordinal))
            .Distinct();

    /// <summary>Keeps what the tool has stored.</summary>
    public void Add(string kind, PairedComparison comparison) =>
        Write(kind, comparison, ComparisonFile.Options);

    /// <inheritdoc cref="Add(string, PairedComparison)" />
    public void Add(string kind, KeptSearch search) => Write(kind, search, BisectFile.Options);

    /// <summary>The next run of a kind, from 1: seeds begin with it, so that no two draw the same.</summary>
    public int Next(string kind) => Files(kind).Count() + 1;

    private void Write<T>(string kind, T run, JsonSerializerOptions options)
    {
        Directory.CreateDirectory(folder);
        var json = JsonSerializer.SerializeToUtf8Bytes(
            new Kept<T>(Conditions.Commit, Fingerprint.Of(MachineInfo.Read()).Title, run),
            Dense(options)
        );
        var number = Next(kind).ToString("000", CultureInfo.InvariantCulture);
        WholeFile.Write(Path.Combine(folder, $"{kind}.{number}.json"), [.. json, (byte)'\n']);
    }

    private IEnumerable<string> Files(string kind) =>
        All()
            .Where(file => Path.GetFileName(file).StartsWith(kind + ".", StringComparison.Ordinal));

    private IEnumerable<string> All() =>
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)
            : [];

    private static Kept<T> Read<T>(string file, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.Deserialize<Kept<T>>(WholeFile.Read(file), options)
                ?? throw new InvalidDataException($"{file} holds null.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{file} holds no run: {e.Message}", e);
        }
    }

    private static JsonSerializerOptions Dense(JsonSerializerOptions options) =>
        new(options) { WriteIndented = false };
}
