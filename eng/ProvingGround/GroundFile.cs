using System.Text.Json;

namespace GatewayBench.ProvingGround;

/// <summary>Trials that were run, a line each, so that none is lost.</summary>
internal sealed class GroundFile(string path)
{
    /// <exception cref="InvalidDataException">It holds something else.</exception>
    public IReadOnlyList<TrialRecord> Read() =>
        File.Exists(path) ? [.. File.ReadLines(path).Select(Parse)] : [];

    public void Add(TrialRecord record)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.AppendAllText(path, JsonSerializer.Serialize(record) + "\n");
    }

    private TrialRecord Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<TrialRecord>(line)!;
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"'{path}' holds a line that is no trial: {line}", e);
        }
    }
}
