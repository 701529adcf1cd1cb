using System.Text.Json;

namespace GatewayBench;

/// <summary>The files of a measured overhead.</summary>
internal static class OverheadFile
{
    public static readonly JsonSerializerOptions Options = new(ResultFile.Options);

    /// <summary>Stores it with its report.</summary>
    /// <exception cref="IOException">It can't be written.</exception>
    public static void Write(string folder, OverheadResult result)
    {
        WholeFile.Write(
            Path.Combine(folder, OverheadResult.FileName),
            [.. JsonSerializer.SerializeToUtf8Bytes(result, Options), (byte)'\n']
        );
        var page = OverheadPage.Of(result);
        ReportFile[] reports =
        [
            ReportFile.OfLines("report.md", MarkdownReport.Lines(page)),
            new(
                "report.html",
                new VerdictHtml(
                    "overhead",
                    "Overhead",
                    result.Name,
                    result.IsValid ? "good" : "bad",
                    page
                ).Text
            ),
        ];
        foreach (var report in reports)
        {
            WholeFile.Write(Path.Combine(folder, report.Name), report.Utf8);
        }
    }

    /// <summary>What is stored of an overhead, to be gone on with.</summary>
    /// <exception cref="IOException">It can't be read.</exception>
    /// <exception cref="InvalidDataException">It holds none, or one of another version.</exception>
    public static OverheadResult Read(string folder)
    {
        var path = Path.Combine(folder, OverheadResult.FileName);
        OverheadResult? stored;
        try
        {
            stored = JsonSerializer.Deserialize<OverheadResult>(WholeFile.Read(path), Options);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} holds no overhead: {e.Message}", e);
        }
        return stored switch
        {
            { SchemaVersion: not OverheadResult.CurrentSchemaVersion } =>
                throw new InvalidDataException(
                    $"{path}: schemaVersion {stored.SchemaVersion} can't be read; allowed: {OverheadResult.CurrentSchemaVersion}."
                ),
            { } known when known.Rows.All(row => row is not null && !row.Series.Contains(null!)) =>
                known,
            _ => throw new InvalidDataException(
                $"{path} holds no overhead: it, a row or a figure is null."
            ),
        };
    }
}
