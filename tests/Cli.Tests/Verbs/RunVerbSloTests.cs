namespace GatewayBench.Cli.Tests;

/// <summary>What SLOs do to a run's report, its stored result and its exit code.</summary>
public sealed class RunVerbSloTests : RunFixture
{
    [Fact]
    public async Task SLOs_are_shown_and_stored()
    {
        var tool = await RunAsync("/", "--slo", "max<1h", "--slo", "errors<1%");

        var row = Assert.Single(Stored().Rows);
        Assert.Equal(["max<1h", "errors<1%"], row.Slos.Select(slo => slo.Expression));
        Assert.All(row.Slos, slo => Assert.True(slo.Met));
        Assert.Contains(
            "\nSLO\n  max<1h ",
            tool.Output.ReplaceLineEndings("\n"),
            StringComparison.Ordinal
        );
        Assert.Equal(row.Invalid.Count == 0 ? 0 : 3, tool.ExitCode);
    }

    [Fact]
    public async Task A_limit_for_errors_takes_the_place_of_the_usual_one_and_decides_even_if_INVALID()
    {
        var met = await RunAsync("/half", "--slo", "errors<90%");
        var missed = await RunAsync("/half", "--slo", "http_4xx<10%", "--slo", "errors<90%");
        var usual = await RunAsync("/half");

        Assert.True(met.ExitCode is 0 or 3, met.Error);
        Assert.Equal((1, 1), (missed.ExitCode, usual.ExitCode));
        Assert.Contains(
            "gatewaybench: GET /half, 1 user: SLO http_4xx<10% missed, see the report.",
            missed.Error,
            StringComparison.Ordinal
        );
        Assert.Contains("too many errors, see the report.", usual.Error, StringComparison.Ordinal);
    }

    [Theory]
    // Valid figures that miss, invalid ones that miss, valid ones that meet.
    [InlineData("max<1us", false, 1)]
    [InlineData("max<1us", true, 3)]
    [InlineData("max<1h", true, 3)]
    [InlineData("max<1h", false, 0)]
    public async Task Figures_must_be_fit_for_use_to_miss_an_SLO(
        string slo,
        bool isInvalid,
        int expected
    )
    {
        await RunAsync("/", "--slo", slo);
        var result = Stored();
        using var error = new StringWriter();

        var code = await RunEnd.TellAsync(
            result with
            {
                Rows = [result.Rows[0] with { Invalid = isInvalid ? ["drift: it moved"] : [] }],
            },
            error
        );

        Assert.Equal(expected, code);
    }

    [Fact]
    public async Task What_is_no_SLO_is_refused_with_a_mark_under_it()
    {
        var tool = await RunAsync("/", "--slo", "p95<800");

        Assert.Equal(2, tool.ExitCode);
        Assert.StartsWith(
            "gatewaybench: --slo: 'p95<800' is no SLO, at character 8: a time needs a unit; allowed: us, "
                + "ms, s, m or h, as in 800ms.\n  p95<800\n         ^\n",
            tool.Error.ReplaceLineEndings("\n"),
            StringComparison.Ordinal
        );
        Assert.Empty(tool.Output);
    }

    [Theory]
    [InlineData("ttft.p95<1s", "only streams have it")]
    [InlineData(
        "p95<1s of GET /other",
        "no row and no part is called 'GET /other'; allowed: GET /"
    )]
    [InlineData("speed>1", "nothing is called that; allowed: p95, max")]
    [InlineData("goodput>99%", "it needs a latency to be good within")]
    public async Task What_the_run_will_not_measure_is_refused_before_it(string slo, string problem)
    {
        var tool = await RunAsync("/", "--slo", slo);

        Assert.Equal(2, tool.ExitCode);
        Assert.Contains(problem, tool.Error, StringComparison.Ordinal);
        Assert.Equal(0, Server.Requests);
        Assert.Empty(Directory.GetDirectories(Folder));
    }

    private Task<ToolResult> RunAsync(string path, params string[] args) =>
        RunOnceAsync(Folder, ["--users", "1", "--path", path, .. args]);

    private LoadResult Stored() => Read(StoredIn(Folder));
}
