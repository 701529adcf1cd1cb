using System.Text.Json;

namespace GatewayBench;

/// <summary>A folder with the baselines of each machine, in a file each.</summary>
/// <param name="folder">Made when something is stored.</param>
internal sealed class BaselineStore(string folder)
{
    /// <summary>In the folder of the repository.</summary>
    public const string UsualFolder = "baselines";

    private const string Pattern = "*.json";
    private const int NameLength = 40;

    private static readonly JsonSerializerOptions Options = new(ResultFile.Options)
    {
        RespectNullableAnnotations = true,
    };

    public string Folder { get; } = folder;

    /// <summary>All machines, by file name.</summary>
    /// <exception cref="InvalidDataException">A file is not one of ours, or of another version.</exception>
    public IReadOnlyList<MachineBaselines> All() =>
        Directory.Exists(Folder)
            ?
            [
                .. Directory
                    .EnumerateFiles(Folder, Pattern)
                    .Order(StringComparer.Ordinal)
                    .Select(Read),
            ]
            : [];

    /// <summary>The baselines of one machine and runtime; empty if there are none yet.</summary>
    /// <inheritdoc cref="All" path="/exception" />
    public MachineBaselines Of(Fingerprint fingerprint) =>
        All().FirstOrDefault(machine => machine.Fingerprint.IsSameAs(fingerprint))
        ?? MachineBaselines.Empty(fingerprint);

    /// <summary>Stores all baselines of a machine, in place of what was stored.</summary>
    /// <returns>The file.</returns>
    public string Store(MachineBaselines machine)
    {
        Directory.CreateDirectory(Folder);
        var path = Path.Combine(Folder, FileName(machine.Fingerprint));
        WholeFile.Write(
            path,
            [.. JsonSerializer.SerializeToUtf8Bytes(machine, Options), (byte)'\n']
        );
        return path;
    }

    private static MachineBaselines Read(string path)
    {
        MachineBaselines? machine;
        try
        {
            machine = JsonSerializer.Deserialize<MachineBaselines>(WholeFile.Read(path), Options);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} holds no baselines: {e.Message}", e);
        }
        return machine switch
        {
            null => throw new InvalidDataException($"{path} holds no baselines: the JSON is null."),
            { SchemaVersion: not MachineBaselines.CurrentSchemaVersion } =>
                throw new InvalidDataException(
                    $"{path}: schemaVersion {machine.SchemaVersion} can't be read; allowed: "
                        + $"{MachineBaselines.CurrentSchemaVersion}."
                ),
            _ when machine.History.Any(run => run is null || run.Rows.Contains(null!)) =>
                throw new InvalidDataException($"{path} holds no baselines: a run or row is null."),
            _ => machine,
        };
    }

    /// <summary>For people to recognise, with the fingerprint's id, which is what tells machines apart.</summary>
    public static string FileName(Fingerprint fingerprint)
    {
        var processor = FileNames.Of(fingerprint.Processor).ToLowerInvariant();
        return $"{processor[..Math.Min(processor.Length, NameLength)]}-{fingerprint.Cores}-cores-{fingerprint.Id}.json";
    }
}
