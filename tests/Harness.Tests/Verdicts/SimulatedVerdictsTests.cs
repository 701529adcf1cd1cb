namespace GatewayBench.Tests.Verdicts;

/// <summary>
/// The rule over 10,000 simulated comparisons of each kind, of whose pairs one in twenty scatters
/// five times as far. The seed is fixed, so that these pass or fail for good.
/// </summary>
public sealed class SimulatedVerdictsTests
{
    private const int Comparisons = 10_000;

    [Theory]
    [InlineData(0.02, 0.999, 1.0)]
    [InlineData(0.03, 0.994, 1.0)]
    [InlineData(0.05, 0.967, 1.0)]
    [InlineData(0.07, 0.865, 1.0)]
    [InlineData(0.10, 0.517, 0.995)]
    public void One_build_against_itself_rarely_alarms_and_what_is_slower_is_found(
        double sigma,
        double foundAt5Percent,
        double foundAt10Percent
    )
    {
        Assert.InRange(Of(sigma, ratio: 1).Regressed, 0, 0.01);
        Assert.InRange(Of(sigma, ratio: 1).Improved, 0, 0.01);
        // As simulated once before, by other code, with 1,500 comparisons: good to two points.
        Assert.Equal(foundAt5Percent, Of(sigma, ratio: 0.95).Regressed, tolerance: 0.02);
        Assert.Equal(foundAt10Percent, Of(sigma, ratio: 0.90).Regressed, tolerance: 0.02);
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.05)]
    [InlineData(0.10)]
    public void What_is_slower_by_delta_is_rarely_called_unchanged(double sigma) =>
        Assert.InRange(Of(sigma, ratio: 0.95).Unchanged, 0, 0.05);

    [Fact]
    public void What_is_faster_is_found_as_often_as_what_is_slower() =>
        Assert.Equal(
            Of(0.05, ratio: 0.95).Regressed,
            Of(0.05, ratio: 1 / 0.95).Improved,
            tolerance: 0.01
        );

    [Fact]
    public void A_seed_gives_the_same_comparisons_again() =>
        Assert.Equal(Of(0.05, ratio: 0.95), Of(0.05, ratio: 0.95));

    private static VerdictShares Of(double sigma, double ratio) =>
        VerdictShares.Of(
            new PairNoise(sigma, OutlierShare: 0.05).Simulate(
                VerdictRule.Standard,
                PairedMetric.Rate,
                ratio,
                Comparisons,
                seed: 42
            )
        );
}
