using System.Text.Json;

namespace GatewayBench;

/// <summary>The stored form of a comparison: <c>comparison.json</c>.</summary>
internal static class ComparisonFile
{
    public static readonly JsonSerializerOptions Options = new(ResultFile.Options);

    public static byte[] Serialize(PairedComparison comparison) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(comparison, Options), (byte)'\n'];

    /// <exception cref="IOException">It can't be written.</exception>
    public static void Write(string folder, PairedComparison comparison) =>
        WholeFile.Write(Path.Combine(folder, PairedComparison.FileName), Serialize(comparison));

    /// <param name="folder">Of one comparison.</param>
    /// <exception cref="IOException">It can't be read.</exception>
    /// <exception cref="InvalidDataException">It holds none, or one of another version.</exception>
    public static PairedComparison Read(string folder)
    {
        var path = Path.Combine(folder, PairedComparison.FileName);
        PairedComparison? comparison;
        try
        {
            comparison = JsonSerializer.Deserialize<PairedComparison>(
                WholeFile.Read(path),
                Options
            );
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} holds no comparison: {e.Message}", e);
        }
        return comparison switch
        {
            null => throw new InvalidDataException(
                $"{path} holds no comparison: the JSON is null."
            ),
            { SchemaVersion: not PairedComparison.CurrentSchemaVersion } =>
                throw new InvalidDataException(
                    $"{path}: schemaVersion {comparison.SchemaVersion} can't be read; allowed: {PairedComparison.CurrentSchemaVersion}."
                ),
            _ when comparison.Pairs.Any(pair => pair is null || pair.Figures.Contains(null!)) =>
                throw new InvalidDataException($"{path} holds no comparison: a pair is null."),
            _ => comparison,
        };
    }

    /// <summary>What keeps a stored comparison from being gone on with.</summary>
    /// <returns>Null if it is the same experiment on the same machine.</returns>
    public static string? Difference(PairedComparison stored, PairedComparison now) =>
        !stored.A.IsSameAs(now.A)
            ? $"A was {stored.A} and is {now.A}, another build or other settings"
        : !stored.B.IsSameAs(now.B)
            ? $"B was {stored.B} and is {now.B}, another build or other settings"
        : !SameJson(stored.Plan, now.Plan)
            ? "the bench file or an option of how pairs are measured is another"
        : Fingerprint.Of(now.Machine).IsSameAs(Fingerprint.Of(stored.Machine)) ? null
        : "the machine or its runtime is another";

    private static bool SameJson(PairPlan one, PairPlan other) =>
        JsonSerializer.Serialize(one, Options) == JsonSerializer.Serialize(other, Options);
}
