namespace GatewayBench.Tests.Verdicts;

public sealed class SmallestLossTests
{
    private static readonly int[] Times = [7, 10, 16, 40, 100];

    [Theory]
    [InlineData(0.011)]
    [InlineData(0.05)]
    public void It_is_found_as_often_as_was_asked_also_with_other_draws(double sigma)
    {
        var loss = SmallestLoss.Of(VerdictRule.Standard, PairedMetric.Rate, sigma)!.Value;

        Assert.Equal(0.95, PowerAt(loss), tolerance: 0.01);
        Assert.True(PowerAt(0.8 * loss) < 0.9);

        double PowerAt(double change) =>
            VerdictShares
                .Of(
                    new PairNoise(sigma).Simulate(
                        VerdictRule.Standard,
                        PairedMetric.Rate,
                        1 - change,
                        comparisons: 10_000,
                        seed: 99
                    )
                )
                .Regressed;
    }

    [Fact]
    public void More_pairs_find_less()
    {
        double?[] losses =
        [
            .. Times.Select(pairs =>
                SmallestLoss.Of(new VerdictRule(Looks.UpTo(pairs)), PairedMetric.Rate, 0.05)
            ),
        ];

        Assert.Equal(losses.OrderDescending(), losses);
        Assert.Equal(losses.Length, losses.Distinct().Count());
    }

    [Fact]
    public void Of_what_never_varies_anything_beyond_the_tolerance_is_found() =>
        Assert.Equal(
            PairedMetric.Allocations.Tolerance,
            SmallestLoss.Of(VerdictRule.Standard, PairedMetric.Allocations, sigma: 0)!.Value,
            tolerance: 2e-6
        );

    [Fact]
    public void Where_noise_hides_even_half_there_is_none() =>
        Assert.Null(SmallestLoss.Of(VerdictRule.Standard, PairedMetric.Rate, sigma: 2));

    [Fact]
    public void A_negative_sigma_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            SmallestLoss.Of(VerdictRule.Standard, PairedMetric.Rate, sigma: -0.01)
        );
}
