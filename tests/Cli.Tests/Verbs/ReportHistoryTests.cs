using GatewayBench.Tests.Baselines;

namespace GatewayBench.Cli.Tests;

/// <summary>Baselines beside the result that <c>report</c> makes a page of.</summary>
public sealed class ReportHistoryTests : IDisposable
{
    private const string Heading = "From run to run";

    private readonly BaselineFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task The_page_shows_the_runs_of_the_store_and_only_them()
    {
        await _files.RecordOneAsync();
        var run = _files.Put("now", Runs.Of(900, day: 9, Runs.NewCommit));

        var with = await ReportAsync(run, "--store", _files.Store);
        var without = await ReportAsync(run, "--store", _files.PathOf("nowhere"));

        Assert.Contains(Heading, with, StringComparison.Ordinal);
        Assert.Contains("2026-01-02", with, StringComparison.Ordinal);
        Assert.DoesNotContain(Heading, without, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_broken_costs_the_page_nothing_else()
    {
        await _files.RecordOneAsync();
        File.WriteAllText(Path.Combine(_files.Store, "cut.json"), "{");

        var page = await ReportAsync(_files.Put("now", Runs.Of(900)), "--store", _files.Store);

        Assert.Contains("cut.json holds no baselines", page, StringComparison.Ordinal);
        Assert.Contains("Row by row", page, StringComparison.Ordinal);
    }

    private static async Task<string> ReportAsync(string run, params string[] args)
    {
        var tool = await ToolInProcess.RunAsync(["report", run, .. args]);
        Assert.Equal((0, ""), (tool.ExitCode, tool.Error));
        return File.ReadAllText(Path.Combine(run, "report.html"));
    }
}
