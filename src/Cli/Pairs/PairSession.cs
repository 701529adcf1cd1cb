namespace GatewayBench.Cli;

/// <summary>A comparison from its first pair, or the next one, to its reports.</summary>
/// <param name="folder">Where its files are.</param>
/// <param name="output">Where the report is printed.</param>
/// <param name="error">Where progress is told.</param>
internal sealed class PairSession(string folder, TextWriter output, TextWriter error)
{
    /// <summary>A new folder for a new comparison.</summary>
    /// <exception cref="IOException">It can't be made.</exception>
    public static string NewFolder(string parent, PairedComparison comparison) =>
        Directory
            .CreateDirectory(RunFolder.New(parent, comparison.Name, comparison.StartedAt))
            .FullName;

    /// <summary>What is stored of the same comparison, to be gone on with.</summary>
    /// <exception cref="UsageException">It can't be read, or is of something else.</exception>
    public static PairedComparison Resume(string folder, PairedComparison now) =>
        ResumedFolder.Read(
            folder,
            "a comparison",
            ComparisonFile.Read,
            stored => ComparisonFile.Difference(stored, now)
        );

    /// <summary>Measures until it is over, and reports, also what a Ctrl-C or a failure left.</summary>
    public async Task<PairedComparison> RunAsync(
        PairedComparison comparison,
        IPairMeter meter,
        CancellationToken stop
    )
    {
        var latest = comparison;
        var run = new PairRun(
            meter,
            now => ComparisonFile.Write(folder, latest = now),
            now => error.WriteLine(ComparisonLines.Progress(now))
        );
        try
        {
            return await run.RunAsync(comparison, stop);
        }
        finally
        {
            if (latest.Pairs.Count > 0)
            {
                Report(latest);
            }
        }
    }

    private void Report(PairedComparison comparison)
    {
        var page = ComparisonPage.Of(comparison);
        foreach (var line in ConsoleReport.Lines(page))
        {
            output.WriteLine(line);
        }
        Write(ReportFile.OfLines("report.md", MarkdownReport.Lines(page)));
        Write(new ReportFile("report.html", ComparisonHtml.Text(comparison)));
        output.WriteLine();
        output.WriteLine($"Report  {Path.Combine(folder, "report.html")}");
    }

    private void Write(ReportFile file) =>
        WholeFile.Write(Path.Combine(folder, file.Name), file.Utf8);
}
