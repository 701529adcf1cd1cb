namespace GatewayBench.Tests.Verdicts;

public sealed class PairedMetricTests
{
    [Fact]
    public void Fewer_answers_are_a_loss_and_so_is_more_cost()
    {
        var halved = PairedMetric.LogRatio(a: 200, b: 100);

        Assert.Equal(Math.Log(0.5), halved, tolerance: 1e-12);
        Assert.True(PairedMetric.Rate.Gain(halved) < 0);
        Assert.True(PairedMetric.Cpu.Gain(halved) > 0);
    }

    [Theory]
    [InlineData(0.95, true)]
    [InlineData(1.05, false)]
    public void A_loss_of_5_percent_is_5_percent_of_a(double b, bool moreIsBetter)
    {
        var metric = new PairedMetric("any", moreIsBetter, delta: 0.05);

        Assert.Equal(
            metric.Gain(PairedMetric.LogRatio(1, b)),
            metric.GainOfLoss(0.05),
            tolerance: 1e-12
        );
    }

    [Fact]
    public void Exchanging_the_arms_turns_the_sign_to_the_last_bit() =>
        Assert.All(
            Enumerable.Range(1, 1_000),
            i =>
                Assert.Equal(
                    -PairedMetric.LogRatio(1_736, 1_736 + 0.1 * i),
                    PairedMetric.LogRatio(1_736 + 0.1 * i, 1_736)
                )
        );

    [Theory]
    [InlineData(0, 1, "a is 0")]
    [InlineData(1, -2, "b is -2")]
    [InlineData(double.NaN, 1, "a is NaN")]
    [InlineData(1, double.PositiveInfinity, "b is ")]
    public void A_figure_without_a_logarithm_is_named(double a, double b, string named)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => PairedMetric.LogRatio(a, b));

        Assert.StartsWith(named, error.Message, StringComparison.Ordinal);
        Assert.Contains(
            "allowed: a finite number above 0",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(0, 0, "delta is 0; allowed: above 0, at most 0.9.")]
    [InlineData(0.95, 0, "delta is 0.95; allowed: above 0, at most 0.9.")]
    [InlineData(double.NaN, 0, "delta is NaN; allowed: above 0, at most 0.9.")]
    [InlineData(0.05, 0.05, "tolerance is 0.05; allowed: from 0, below delta (0.05).")]
    [InlineData(0.05, -0.01, "tolerance is -0.01; allowed: from 0, below delta (0.05).")]
    public void A_change_out_of_range_is_named(double delta, double tolerance, string message)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() =>
            new PairedMetric("any", moreIsBetter: true, delta, tolerance)
        );

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }
}
