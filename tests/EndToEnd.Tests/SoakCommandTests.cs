namespace GatewayBench.EndToEnd;

/// <summary>The soak test by its command, for some seconds.</summary>
public sealed class SoakCommandTests
{
    private const string Filter = "--filter Category=Soak";

    [Fact]
    public async Task Its_filter_runs_it_alone_and_for_some_seconds_it_judges_no_growth()
    {
        using var scratch = new ScratchFolder();

        var (exitCode, output) = await LoadCommandTests.RunAsync(
            Filter,
            ("GATEWAYBENCH_DURATION_SECS", "3"),
            ("GATEWAYBENCH_CONCURRENCY", "8"),
            ("GATEWAYBENCH_OUTPUT_DIR", scratch.Path)
        );

        Assert.True(exitCode == 0, output);
        Assert.Contains("Total tests: 1", output, StringComparison.Ordinal);
        Assert.Matches(@"turns: ([1-9][\d,]*) accepted, \1 stored\s", output);
        Assert.Contains("live heap, MB", output, StringComparison.Ordinal);
        Assert.Contains("growth not judged: too short", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ROWS", "chat", "not to be set here: the soak test has a mix of its own")]
    [InlineData("CONCURRENCY", "2,3", "one number of users")]
    public async Task What_it_has_no_use_for_is_refused(
        string variable,
        string value,
        string allowed
    )
    {
        var (exitCode, output) = await LoadCommandTests.RunAsync(
            Filter,
            ($"GATEWAYBENCH_{variable}", value)
        );

        Assert.Equal(1, exitCode);
        Assert.Contains(
            $"GATEWAYBENCH_{variable}={value} is not valid; allowed: {allowed}.",
            output,
            StringComparison.Ordinal
        );
    }
}
