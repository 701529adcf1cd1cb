namespace GatewayBench.Tests.Reporting;

/// <summary>Files that take nothing, as on a full disk: those that reports are written to lead to /dev/full.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gatewaybench").FullName;
    private readonly List<string> _lines = [];

    private static LoadResult Result { get; } = Results.Of(Results.Row("GET /"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_result_that_can_not_be_stored_is_shown_all_the_same()
    {
        var error = FinishWithFull("result.json");

        Assert.Contains(_folder, error.Message, StringComparison.Ordinal);
        Assert.Contains(Variables.OutputDirectory, error.Message, StringComparison.Ordinal);
        Assert.Contains(_lines, line => line.Contains("GET /", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("report.html")]
    [InlineData("report.md")]
    [InlineData("01-GET-32.hlog")]
    public void A_report_that_can_not_be_written_loses_neither_result_nor_console_nor_another(
        string failing
    )
    {
        var error = FinishWithFull(failing);

        Assert.Contains("space", error.Message, StringComparison.Ordinal);
        Assert.Contains(_lines, line => line.Contains("GET /", StringComparison.Ordinal));
        var run = Assert.Single(Directory.GetDirectories(_folder));
        Assert.Equal(
            ResultFile.Serialize(Result),
            File.ReadAllBytes(Path.Combine(run, "result.json"))
        );
        // Nor is there half a file of it, or one beside it.
        string[] all = ["01-GET-32.hlog", "report.html", "report.md", "result.json"];
        Assert.Equal(
            all.Where(name => name != failing),
            Directory
                .GetFiles(run)
                .Where(file => File.ResolveLinkTarget(file, false) is null)
                .Select(Path.GetFileName)
                .Order(StringComparer.Ordinal)
        );
    }

    private ReportException FinishWithFull(string name)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "Only Linux has /dev/full.");
        var reports = Reports.Open(
            new RunOptions { OutputDirectory = _folder, Output = _lines.Add },
            DateTimeOffset.UnixEpoch
        );
        var run = Assert.Single(Directory.GetDirectories(_folder));
        // Under its own name, or beside it first.
        File.CreateSymbolicLink(Path.Combine(run, name), "/dev/full");
        File.CreateSymbolicLink(Path.Combine(run, name + ".tmp"), "/dev/full");
        return Assert.Throws<ReportException>(() => reports.Finish(Result));
    }
}
