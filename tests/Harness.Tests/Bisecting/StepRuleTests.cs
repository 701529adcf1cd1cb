namespace GatewayBench.Tests.Bisecting;

public sealed class StepRuleTests
{
    private static readonly StepRule Rule = new(PairedMetric.Rate, 0.8, 0.01 / 6);

    [Fact]
    public void It_looks_from_the_first_pairs_that_can_tell_to_twice_those_of_a_comparison()
    {
        Assert.Equal("12, 19, 30, 49, 80", Rule.Looks.ToString());
        Assert.True(Math.Pow(2, -Rule.Looks.First) <= Rule.AlphaOfLook);
        Assert.Equal(2 * Looks.Standard.Last, Rule.Looks.Last);
        Assert.Equal(0.01 / 6 / 5, Rule.AlphaOfLook, 1e-12);
    }

    [Theory]
    [InlineData(0.25)]
    [InlineData(0.01)]
    [InlineData(0.0001)]
    [InlineData(0.000001)]
    public void Every_look_can_tell_something(double alpha)
    {
        var rule = new StepRule(PairedMetric.Rate, 0.8, alpha);

        Assert.True(Math.Pow(2, -rule.Looks.First) <= rule.AlphaOfLook);
        Assert.Equal(StepRule.MostPairs, rule.Looks.Last);
    }

    [Fact]
    public void The_threshold_is_half_way_on_the_scale_of_ratios() =>
        Assert.Equal(0.8944, Rule.Threshold, 4);

    [Theory]
    [InlineData(0.88, BisectMark.Bad)]
    [InlineData(0.7, BisectMark.Bad)]
    [InlineData(0.91, BisectMark.Good)]
    [InlineData(1.2, BisectMark.Good)]
    public void Pairs_on_one_side_of_it_decide_at_the_first_look(double ratio, object expected)
    {
        var pairs = Enumerable.Range(0, 12).Select(i => Math.Log(ratio) + i * 1e-6).ToArray();

        Assert.Equal(expected, Rule.Judge(pairs));
        Assert.Null(Rule.Judge(pairs.AsSpan(0, 11)));
    }

    [Fact]
    public void What_costs_more_is_bad_where_less_is_better()
    {
        var rule = new StepRule(PairedMetric.Cpu, 1.25, 0.01 / 6);
        var pairs = Enumerable.Range(0, 12).Select(i => Math.Log(1.2) + i * 1e-6).ToArray();

        Assert.Equal(BisectMark.Bad, rule.Judge(pairs));
        Assert.Equal(BisectMark.Good, rule.Judge([.. pairs.Select(d => d - Math.Log(1.2))]));
    }

    [Fact]
    public void Between_looks_nothing_is_decided_and_after_the_last_it_is_skipped()
    {
        var balanced = Enumerable
            .Range(0, 80)
            .Select(i => Math.Log(Rule.Threshold) + (i % 2 == 0 ? 1 : -1) * (1 + i / 2 * 1e-6))
            .ToArray();

        Assert.Null(Rule.Judge(balanced.AsSpan(0, 12)));
        Assert.Null(Rule.Judge(balanced.AsSpan(0, 79)));
        Assert.Equal(BisectMark.Skip, Rule.Judge(balanced));
    }

    [Fact]
    public void An_interval_of_its_level_lies_on_one_side_where_it_decides()
    {
        var random = new Random(7);
        var decided = 0;
        for (var i = 0; i < 500; i++)
        {
            var centre = Math.Log(Rule.Threshold) + 0.2 * (random.NextDouble() - 0.5);
            double[] pairs =
            [
                .. Enumerable.Range(0, 19).Select(_ => centre + 0.1 * (random.NextDouble() - 0.5)),
            ];
            var interval = RatioEstimate.Of(pairs, Rule.Level).Interval!.Value;
            var expected =
                interval.High < Rule.Threshold ? BisectMark.Bad
                : interval.Low > Rule.Threshold ? BisectMark.Good
                : (BisectMark?)null;

            Assert.Equal(expected, Rule.Judge(pairs));
            decided += expected is null ? 0 : 1;
        }
        Assert.InRange(decided, 100, 499);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(1.2)]
    [InlineData(0.0)]
    [InlineData(double.NaN)]
    public void What_is_no_loss_is_refused(double effect) =>
        Assert.Contains(
            "allowed: above 0, below 1, as it is a loss of OK/s.",
            Assert
                .Throws<ArgumentOutOfRangeException>(() =>
                    new StepRule(PairedMetric.Rate, effect, 0.001)
                )
                .Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    public void An_alpha_out_of_range_is_refused(double alpha) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new StepRule(PairedMetric.Rate, 0.8, alpha)
        );
}
