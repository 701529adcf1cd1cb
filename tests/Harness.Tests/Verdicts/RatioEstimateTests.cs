namespace GatewayBench.Tests.Verdicts;

public sealed class RatioEstimateTests
{
    [Fact]
    public void A_factor_in_every_pair_is_the_ratio()
    {
        var estimate = RatioEstimate.Of([.. Enumerable.Repeat(Math.Log(0.95), 10)]);

        Assert.Equal(0.95, estimate.Ratio, tolerance: 1e-12);
        Assert.Equal(0.95, estimate.Interval!.Value.Low, tolerance: 1e-12);
        Assert.Equal(0.95, estimate.Interval!.Value.High, tolerance: 1e-12);
    }

    [Fact]
    public void It_is_the_logarithms_that_are_averaged()
    {
        // Half and twice are as far from 1.
        var estimate = RatioEstimate.Of([Math.Log(0.5), Math.Log(2)]);

        Assert.Equal(1, estimate.Ratio, tolerance: 1e-12);
        Assert.Null(estimate.Interval);
    }
}
