using System.Text.Json;

namespace GatewayBench;

/// <summary>The files of a sweep.</summary>
internal static class SweepFile
{
    public static readonly JsonSerializerOptions Options = new(ResultFile.Options);

    /// <summary>Stores it with its report.</summary>
    /// <exception cref="IOException">It can't be written.</exception>
    public static void Write(string folder, SweepResult sweep)
    {
        WholeFile.Write(
            Path.Combine(folder, SweepResult.FileName),
            [.. JsonSerializer.SerializeToUtf8Bytes(sweep, Options), (byte)'\n']
        );
        ReportFile[] reports =
        [
            ReportFile.OfLines("report.md", MarkdownReport.Lines(SweepPage.Of(sweep))),
            new("report.html", SweepHtml.Text(sweep)),
        ];
        foreach (var report in reports)
        {
            WholeFile.Write(Path.Combine(folder, report.Name), report.Utf8);
        }
    }

    /// <exception cref="IOException">It can't be read.</exception>
    /// <exception cref="InvalidDataException">It holds none.</exception>
    public static SweepResult Read(string folder)
    {
        var path = Path.Combine(folder, SweepResult.FileName);
        SweepResult? stored;
        try
        {
            stored = JsonSerializer.Deserialize<SweepResult>(WholeFile.Read(path), Options);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} holds no sweep: {e.Message}", e);
        }
        return stored is { SchemaVersion: SweepResult.CurrentSchemaVersion }
            ? stored
            : throw new InvalidDataException(
                $"{path} holds no sweep of schemaVersion {SweepResult.CurrentSchemaVersion}."
            );
    }

    /// <summary>What keeps a stored sweep from being gone on with; null for nothing.</summary>
    public static string? Difference(SweepResult stored, SweepResult now) =>
        stored.Bench != now.Bench ? "the bench file or a setting has changed"
        : stored.Build != now.Build ? "the gateway's build is another"
        : (stored.Seed, stored.Rounds) != (now.Seed, now.Rounds) ? "seed or rounds are others"
        : !stored
            .Points.Select(point => point.Title)
            .SequenceEqual(now.Points.Select(point => point.Title))
            ? "other values are tried"
        : Fingerprint.Of(now.Machine).IsSameAs(Fingerprint.Of(stored.Machine)) ? null
        : "the machine or its runtime is another";
}
