namespace GatewayBench.Cli.Tests;

/// <summary>Profiles by options and in bench files, scaled time, and runs that an SLO ends.</summary>
public sealed class RunVerbProfileTests : RunFixture
{
    [Fact]
    public async Task A_profile_is_told_before_it_runs_and_has_its_own_SLOs()
    {
        var tool = await ProfileAsync("burst", "--expected-peak", "3", "--duration", "300ms");

        var result = Stored();
        var row = Assert.Single(result.Rows);
        Assert.Equal(("burst", "burst", 3), (result.Name, result.Profile, row.Users));
        Assert.Equal(["rise", "hold"], row.Stages.Select(stage => stage.Name));
        Assert.Equal(["errors<1%", "p95<3s"], row.Slos.Select(slo => slo.Expression));
        Assert.Contains("profile burst: Whether a crowd", tool.Error, StringComparison.Ordinal);
        Assert.Contains(
            "hypothesis: 3 users who come nearly at once are",
            tool.Error,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\nStages\n",
            tool.Output.ReplaceLineEndings("\n"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Another_peak_leaves_a_bench_file_its_duration()
    {
        var bench = Write(
            $$"""
            name: bench
            target: { url: '{{Server.Url}}' }
            scenarios: [{ name: any, steps: [{ path: / }] }]
            load: { profile: burst, duration: 300ms }
            """
        );

        await ToolInProcess.RunAsync([
            "run",
            bench,
            "--expected-peak",
            "3",
            "--warm-up",
            "0ms",
            "--out",
            Folder,
        ]);

        var row = Assert.Single(Stored().Rows);
        Assert.Equal(3, row.Users);
        Assert.Equal(0.3, row.Stages.Sum(stage => stage.Seconds), tolerance: 0.01);
    }

    [Fact]
    public async Task Scaled_time_leaves_latencies_unjudged()
    {
        var tool = await ProfileAsync("smoke", "--time-scale", "0.02", "--slo", "max<1us");

        var result = Stored();
        Assert.Equal(0.02, result.TimeScale);
        Assert.InRange(Assert.Single(result.Rows).MeasuredSeconds, 0.2, 5);
        Assert.Contains("NOT JUDGED", tool.Output, StringComparison.Ordinal);
        Assert.Contains("time scale: 0.02", tool.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("missed", tool.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_SLO_that_ends_a_run_is_a_miss_and_no_cancellation()
    {
        var tool = await ToolAsync(
            "/half",
            "--users",
            "1",
            "--slo",
            "http_4xx<1% or abort",
            "--duration",
            "30s"
        );

        Assert.Equal(1, tool.ExitCode);
        Assert.Contains(
            "aborted by SLO http_4xx<1% or abort",
            tool.Error,
            StringComparison.Ordinal
        );
        Assert.Contains(", ABORTED", tool.Output, StringComparison.Ordinal);
        Assert.InRange(Assert.Single(Stored().Rows).MeasuredSeconds, 5, 29);
    }

    [Theory]
    [InlineData("--users is given with --profile", "ramp", "--users", "3")]
    [InlineData("no use for an expected peak", "smoke", "--expected-peak", "3")]
    [InlineData("allowed: smoke, load, ramp", "stress")]
    [InlineData("--time-scale is '2'", "ramp", "--time-scale", "2")]
    public async Task What_a_profile_has_no_use_for_is_refused(
        string expected,
        string name,
        params string[] more
    )
    {
        var tool = await ProfileAsync(name, more);

        Assert.Equal(2, tool.ExitCode);
        Assert.Contains(expected, tool.Error, StringComparison.Ordinal);
    }

    private Task<ToolResult> ProfileAsync(string name, params string[] more) =>
        ToolAsync("/", ["--profile", name, .. more]);

    private Task<ToolResult> ToolAsync(string path, params string[] more) =>
        ToolInProcess.RunAsync([
            "run",
            "--target",
            Server.Url,
            "--path",
            path,
            "--warm-up",
            "0ms",
            "--out",
            Folder,
            .. more,
        ]);

    private LoadResult Stored() => Read(StoredIn(Folder));
}
