using System.Text;

namespace GatewayBench;

/// <summary>A form that a stored result can be shown in.</summary>
/// <param name="Name">What it is asked for by.</param>
/// <param name="Files">The files that it consists of; the page shows what baselines tell of its rows too.</param>
/// <param name="IsText">Whether a terminal or a pipe can take it, so that it needs no file.</param>
internal sealed record ReportFormat(
    string Name,
    Func<LoadResult, BaselineStore?, IReadOnlyList<ReportFile>> Files,
    bool IsText
)
{
    public static readonly ReportFormat Html = new(
        "html",
        (result, baselines) =>
            [new("report.html", HtmlReport.Text(result, RunHistory.Of(result, baselines)))],
        IsText: false
    );

    public static readonly ReportFormat Markdown = new(
        "markdown",
        (result, _) => [ReportFile.OfLines("report.md", MarkdownReport.Lines(result))],
        IsText: true
    );

    private static readonly ReportFormat Console = new(
        "console",
        (result, _) => [ReportFile.OfLines("report.txt", ConsoleReport.Lines(result))],
        IsText: true
    );

    private static readonly ReportFormat Json = new(
        "json",
        (result, _) => [new("result.json", Encoding.UTF8.GetString(ResultFile.Serialize(result)))],
        IsText: true
    );

    private static readonly ReportFormat Csv = new(
        "csv",
        (result, _) =>
            [
                ReportFile.OfLines("rows.csv", CsvReport.Rows(result)),
                ReportFile.OfLines("slices.csv", CsvReport.Slices(result)),
            ],
        IsText: false
    );

    private static readonly ReportFormat Hgrm = new(
        "hgrm",
        (result, _) =>
            [.. PercentileFiles.Of(result).Select(one => new ReportFile(one.Name, one.Text))],
        IsText: false
    );

    /// <summary>All that can be asked for; a new one is added here and nowhere else.</summary>
    public static readonly IReadOnlyList<ReportFormat> All =
    [
        Html,
        Markdown,
        Console,
        Json,
        Csv,
        Hgrm,
    ];
}
