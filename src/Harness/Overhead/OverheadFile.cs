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
}
