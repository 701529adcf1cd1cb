using System.Text.Json;

namespace GatewayBench;

/// <summary>The noise of each machine, in a file each, in a folder beside the baselines.</summary>
/// <param name="baselines">The folder of baselines.</param>
internal sealed class NoiseStore(string baselines)
{
    private readonly string _folder = Path.Combine(baselines, "noise");

    /// <returns>Empty where nothing is known yet.</returns>
    /// <exception cref="InvalidDataException">The file is not one of ours, or of another version.</exception>
    public MachineNoise Of(Fingerprint fingerprint)
    {
        var path = PathOf(fingerprint);
        if (!File.Exists(path))
        {
            return new(MachineNoise.CurrentSchemaVersion, fingerprint, []);
        }
        MachineNoise? noise;
        try
        {
            noise = JsonSerializer.Deserialize<MachineNoise>(
                WholeFile.Read(path),
                ResultFile.Options
            );
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} holds no noise: {e.Message}", e);
        }
        return
            noise is { SchemaVersion: MachineNoise.CurrentSchemaVersion }
            && !noise.Rows.Contains(null!)
            ? noise
            : throw new InvalidDataException(
                $"{path} can't be read; allowed: schemaVersion {MachineNoise.CurrentSchemaVersion}, and rows that are not null."
            );
    }

    /// <returns>The file.</returns>
    public string Store(MachineNoise noise)
    {
        Directory.CreateDirectory(_folder);
        var path = PathOf(noise.Fingerprint);
        WholeFile.Write(
            path,
            [.. JsonSerializer.SerializeToUtf8Bytes(noise, ResultFile.Options), (byte)'\n']
        );
        return path;
    }

    private string PathOf(Fingerprint fingerprint) =>
        Path.Combine(_folder, BaselineStore.FileName(fingerprint));
}
