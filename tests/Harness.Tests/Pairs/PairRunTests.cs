namespace GatewayBench.Tests.Pairs;

public sealed class PairRunTests
{
    [Theory]
    [InlineData(0.01, 0.80, "regressed", 10)]
    [InlineData(0.01, 1.25, "improved", 10)]
    [InlineData(0.01, 1.00, "unchanged", 10)]
    [InlineData(0.30, 1.00, "inconclusive", 40)]
    public async Task It_ends_at_the_look_that_can_tell(
        double sigma,
        double ratio,
        string verdict,
        int pairs
    )
    {
        var meter = new SimulatedMeter(sigma, ratio);

        var done = await Comparisons.RunAsync(Comparisons.New(), meter);

        Assert.Equal((verdict, false), (done.Verdict, done.Partial));
        Assert.Equal((pairs, pairs), (done.Pairs.Count, meter.Measured));
        var primary = done.Results[0];
        Assert.Equal(("primary", "OK/s", pairs), (primary.Role, primary.Metric, primary.Judged));
        Assert.True(primary.Low < primary.Ratio && primary.Ratio < primary.High);
    }

    [Fact]
    public async Task A_rise_in_allocations_is_told_beside_it_and_a_metric_without_figures_is_not()
    {
        var done = await Comparisons.RunAsync(Comparisons.New(), new SimulatedMeter(0.01, 1));

        var companion = Assert.Single(done.Results, result => result.Role == "companion");
        Assert.Equal(("Alloc/req", "regressed"), (companion.Metric, companion.Verdict));
        Assert.Equal("unchanged", done.Verdict);
    }

    [Fact]
    public async Task Every_pair_is_stored_before_the_next_one()
    {
        var stored = new List<PairedComparison>();
        var meter = new SimulatedMeter(0.01, 0.8)
        {
            Before = number => Assert.Equal(number - 1, stored[^1].Pairs.Count),
        };

        var done = await new PairRun(meter, stored.Add, _ => { }).RunAsync(
            Comparisons.New(),
            CancellationToken.None
        );

        Assert.All(stored.SkipLast(1), one => Assert.True(one.Partial));
        Assert.Equal((done, false), (stored[^1], stored[^1].Partial));
    }

    [Fact]
    public async Task A_stop_keeps_what_is_there_and_it_can_be_gone_on_with()
    {
        using var stop = new CancellationTokenSource();
        var meter = new SimulatedMeter(0.01, 0.8)
        {
            Before = number =>
            {
                if (number == 4)
                {
                    stop.Cancel();
                }
            },
        };
        var partial = await new PairRun(meter, _ => { }, _ => { }).RunAsync(
            Comparisons.New(),
            stop.Token
        );
        Assert.Equal((3, true, null), (partial.Pairs.Count, partial.Partial, partial.Verdict));

        var rest = new SimulatedMeter(0.01, 0.8);
        var whole = await Comparisons.RunAsync(partial, rest);

        Assert.Equal((7, 10, "regressed"), (rest.Measured, whole.Pairs.Count, whole.Verdict));
        Assert.Equal(Enumerable.Range(1, 10), whole.Pairs.Select(pair => pair.Number));
    }

    [Fact]
    public async Task A_discarded_pair_is_stored_and_speaks_for_nothing()
    {
        var meter = new SimulatedMeter(0.01, 0.8)
        {
            Discarded = number => number is 2 or 5 ? "steal" : null,
        };

        var done = await Comparisons.RunAsync(Comparisons.New(), meter);

        Assert.Equal((12, 10), (done.Pairs.Count, done.Results[0].Pairs));
        Assert.Null(done.Refusal);
    }

    [Fact]
    public async Task Where_most_pairs_are_lost_no_verdict_is_given()
    {
        var meter = new SimulatedMeter(0.01, 0.8)
        {
            Discarded = number => number > 3 ? "B: errors" : null,
        };

        var done = await Comparisons.RunAsync(Comparisons.New(), meter);

        Assert.Equal(14, meter.Measured);
        Assert.Contains("11 of 14 pairs were lost", done.Refusal, StringComparison.Ordinal);
        Assert.StartsWith("NO VERDICT", ComparisonLines.Verdict(done), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Noise_takes_all_its_pairs_and_has_no_verdict()
    {
        var done = await Comparisons.RunAsync(Comparisons.Noise(12), new SimulatedMeter(0.02, 1));

        Assert.Equal((12, null), (done.Pairs.Count, done.Verdict));
        Assert.All(done.Results, result => Assert.Null(result.Verdict));
    }
}
