namespace GatewayBench.EndToEnd;

/// <summary>That the measurement runs and prints; what it prints is for people to judge.</summary>
public sealed class EngineCostTests
{
    private const string Documented = "dotnet run --project eng/EngineCost -c Release";

    public static bool Runs(string command) => command == Documented;

    [Fact]
    public async Task It_prints_every_figure_and_writes_them_into_the_page()
    {
        await MeasuringProgram.RequireTableAsync(
            "EngineCost",
            "--seconds 1 --hits 10000 --users 100",
            @"lag p50, poisson 5,000/s +\| +[\d,]+ us \| +at most 100 us \| +(met|MISSED)",
            @"lag p99, poisson 5,000/s +\| +[\d,]+ us \| +at most 400 us \| +(met|MISSED)",
            @"achieved, poisson 5,000/s +\| +[\d.]+ \| +0\.990 to 1\.010 \| +(met|MISSED)",
            @"pacer CPU, poisson 5,000/s \| +[\d.]+ % \| +at most 25\.0 % \| +(met|MISSED)",
            @"lag p99, poisson 500/s +\| +[\d,]+ us \| +at most 400 us \| +(met|MISSED)",
            @"heap, 1,000 hits +\| +[\d.]+ MB \| +\| +",
            @"heap, 5,000 hits +\| +[\d.]+ MB \| +\| +",
            @"heap, 10,000 hits +\| +[\d.]+ MB \| +\| +",
            @"heap, most over least +\| +[\d.]+ MB \| +at most 1\.00 MB \| +(met|MISSED)",
            @"heap a user, 100 idle +\| +[\d,-]+ B \| +at most 4,000 B \| +(met|MISSED)"
        );
    }

    [Theory]
    [InlineData("heat", "part is 'heat'; allowed: pacing, heap, users.")]
    [InlineData("--write README.md", "README.md needs the lines '<!-- measured: begin -->' and")]
    public async Task A_wrong_argument_is_refused(string arguments, string reason)
    {
        var (exitCode, output) = await MeasuringProgram.RunAsync("EngineCost", arguments);

        Assert.Equal(2, exitCode);
        Assert.Contains(reason, output, StringComparison.Ordinal);
    }
}
