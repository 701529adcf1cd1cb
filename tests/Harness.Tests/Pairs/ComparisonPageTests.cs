namespace GatewayBench.Tests.Pairs;

public sealed class ComparisonPageTests
{
    [Fact]
    public async Task The_report_says_verdict_arms_and_figures_within_a_hundred_columns()
    {
        var meter = new SimulatedMeter(0.01, 0.8)
        {
            Discarded = number => number == 3 ? "steal: others were at work" : null,
        };
        var done = await Comparisons.RunAsync(Comparisons.New(), meter);

        string[] lines = [.. ConsoleReport.Lines(ComparisonPage.Of(done))];

        Assert.StartsWith("REGRESSED: GET /, OK/s -20", lines[1], StringComparison.Ordinal);
        Assert.Contains("A: main", lines);
        Assert.Contains("B: feature with Auth:Enabled=false", lines);
        Assert.Contains(lines, line => line.Contains("1,000 |", StringComparison.Ordinal));
        Assert.Contains("  pair 3: steal: others were at work", lines);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 100));
    }

    [Fact]
    public async Task The_page_plots_each_pair_and_escapes_names()
    {
        var done = await Comparisons.RunAsync(
            Comparisons.New("<script>"),
            new SimulatedMeter(0.01, 0.8)
        );

        var html = ComparisonHtml.Text(done);

        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.Equal(2 * 10, html.Split("<circle").Length - 1);
        Assert.Contains("verdict bad", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, "is not known")]
    [InlineData(0.02, 0.03, "At a sigma of 2.00 % a loss of 3.00 % is found 95 times in 100")]
    [InlineData(0.5, null, "no loss worth naming")]
    public void What_can_be_found_is_told(double? sigma, double? loss, string expected) =>
        Assert.Contains(
            expected,
            ComparisonLines.Reach(Comparisons.New() with { Sigma = sigma, SmallestLoss = loss }),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Progress_tells_the_estimate_and_the_time_left_to_the_next_look()
    {
        var told = new List<string>();
        var meter = new SimulatedMeter(0.2, 1);

        await new PairRun(meter, _ => { }, now => told.Add(ComparisonLines.Progress(now))).RunAsync(
            Comparisons.New(),
            CancellationToken.None
        );

        // 24 s a pair.
        Assert.Matches(
            @"^pair 4 of at most 40: OK/s [+-]\d+\.\d % \(no interval below 6 pairs\); 2:24 to the next look, 14:24 at most$",
            told[3]
        );
        Assert.EndsWith("0:00 left", told[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.98, 1.03)]
    [InlineData(0.5, 0.9)]
    [InlineData(1.1, 3)]
    [InlineData(1, 1)]
    public void The_axis_of_changes_has_room_for_all_and_for_none(double low, double high)
    {
        var axis = RatioAxis.Of("change", [low, high]);

        Assert.All(
            new[] { low, high, 1 },
            ratio => Assert.InRange(axis.Place(ratio), -1e-9, 1 + 1e-9)
        );
        Assert.Contains(axis.Ticks, tick => tick.Text == "0.0 %");
        Assert.True(axis.Place(high + 0.01) > axis.Place(low));
    }
}
