using System.Text;

namespace GatewayBench;

/// <summary>A form that a stored result can be shown in.</summary>
/// <param name="Name">What it is asked for by.</param>
/// <param name="Files">The files that it consists of.</param>
/// <param name="IsText">Whether a terminal or a pipe can take it, so that it needs no file.</param>
internal sealed record ReportFormat(
    string Name,
    Func<LoadResult, IReadOnlyList<ReportFile>> Files,
    bool IsText
)
{
    public static readonly ReportFormat Html = new(
        "html",
        result => [new("report.html", Encoding.UTF8.GetBytes(HtmlReport.Text(result)))],
        IsText: false
    );

    public static readonly ReportFormat Markdown = new(
        "markdown",
        result => [OfLines("report.md", MarkdownReport.Lines(result))],
        IsText: true
    );

    public static readonly ReportFormat Console = new(
        "console",
        result => [OfLines("report.txt", ConsoleReport.Lines(result))],
        IsText: true
    );

    public static readonly ReportFormat Json = new(
        "json",
        result => [new("result.json", ResultFile.Serialize(result))],
        IsText: true
    );

    /// <summary>All that can be asked for; a new one is added here and nowhere else.</summary>
    public static readonly IReadOnlyList<ReportFormat> All = [Html, Markdown, Console, Json];

    private static ReportFile OfLines(string name, IEnumerable<string> lines) =>
        new(name, Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));
}
