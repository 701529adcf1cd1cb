namespace GatewayBench.Tests.Baselines;

public sealed class SparklineTests
{
    [Fact]
    public void The_scale_begins_at_zero() =>
        Assert.Equal("_:=##", Sparkline.Of([0, 250, 600, 1_000, 990]));

    [Fact]
    public void Nothing_is_drawn_of_nothing_and_zeros_lie_on_the_ground()
    {
        Assert.Equal("", Sparkline.Of([]));
        Assert.Equal("__", Sparkline.Of([0, 0]));
    }

    [Fact]
    public void A_series_shows_its_newest_runs()
    {
        var series = BaselineSeries.Of(
            Runs.Recorded(Runs.Of(1), Runs.Of(1_000, day: 3), Runs.Of(1_000, day: 4))
        );

        Assert.Equal("##", Assert.Single(series).Sparkline(2));
    }
}
