using GatewayBench.ProviderCost;

namespace GatewayBench.EndToEnd;

public sealed class SpeedFiguresTests
{
    private static readonly SpeedFigures Figures = new([
        new SpeedSample(0, Rival.Provider, "wrk", 9_000),
        new SpeedSample(0, Rival.Bare, "wrk", 9_000),
        new SpeedSample(1, Rival.Provider, "wrk", 100) { CpuMicroseconds = 10 },
        new SpeedSample(1, Rival.Bare, "wrk", 200),
        new SpeedSample(2, Rival.Provider, "wrk", 90) { CpuMicroseconds = 12 },
        new SpeedSample(2, Rival.Bare, "wrk", 100),
        new SpeedSample(3, Rival.Provider, "wrk", 60) { CpuMicroseconds = 11 },
        new SpeedSample(3, Rival.Bare, "wrk", 80),
        new SpeedSample(3, Rival.Bare, SpeedSample.Ours, 1),
    ]);

    [Fact]
    public void Rates_are_medians_of_the_rounds_that_count()
    {
        Assert.Equal(90, Figures.Rate(Rival.Provider, "wrk"));
        Assert.Equal(11, Figures.CpuMicroseconds(Rival.Provider, "wrk"));
    }

    [Fact]
    public void A_ratio_is_the_median_of_the_rounds_ratios_and_not_that_of_medians() =>
        Assert.Equal(0.75, Figures.Ratio(Rival.Bare, "wrk"));

    [Fact]
    public void What_was_not_measured_is_not_known()
    {
        Assert.Null(Figures.Rate(Rival.WireMock, "wrk"));
        Assert.Null(Figures.Ratio(Rival.WireMock, "wrk"));
        Assert.Null(Figures.CpuMicroseconds(Rival.Bare, "wrk"));
        Assert.Null(Figures.Ratio(Rival.Bare, SpeedSample.Ours));
    }
}
