namespace GatewayBench.Cli;

/// <summary>The files of a bisection.</summary>
/// <param name="folder">Where they are.</param>
/// <param name="output">Where the report is printed.</param>
internal sealed class BisectReport(string folder, TextWriter output)
{
    /// <summary>What there is, also of a search that was ended early.</summary>
    public BisectRecord? Latest { get; private set; }

    public void Store(BisectRecord record)
    {
        Directory.CreateDirectory(folder);
        BisectFile.Write(folder, record);
        Latest = record;
    }

    public void Tell()
    {
        if (Latest is not { Preflight.Count: > 0 } record)
        {
            return;
        }
        var page = BisectPage.Of(record);
        foreach (var line in ConsoleReport.Lines(page))
        {
            output.WriteLine(line);
        }
        ReportFile[] files =
        [
            ReportFile.OfLines("report.md", MarkdownReport.Lines(page)),
            new("report.html", BisectHtml.Text(record)),
        ];
        foreach (var file in files)
        {
            WholeFile.Write(Path.Combine(folder, file.Name), file.Utf8);
        }
        output.WriteLine();
        output.WriteLine($"Report  {Path.Combine(folder, files[^1].Name)}");
    }
}
