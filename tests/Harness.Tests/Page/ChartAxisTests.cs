namespace GatewayBench.Tests.Page;

public sealed class ChartAxisTests
{
    [Fact]
    public void A_linear_axis_ends_at_a_round_value_at_or_above_the_largest()
    {
        var axis = ChartAxis.Linear("per second", 4_100, Units.Count);

        Assert.Equal(
            ["0", "1,000", "2,000", "3,000", "4,000", "5,000"],
            axis.Ticks.Select(tick => tick.Text)
        );
        Assert.Equal((0, 0.82, 1), (axis.Place(0), axis.Place(4_100), axis.Place(5_000)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e-9)]
    [InlineData(3.6e9)]
    public void Any_largest_value_has_an_axis(double largest)
    {
        var axis = ChartAxis.Linear("anything", largest, Units.Count);

        Assert.InRange(axis.Ticks.Count, 2, 6);
        Assert.InRange(axis.Place(largest), 0, 1);
    }

    [Fact]
    public void Times_far_apart_are_on_a_logarithmic_axis_that_says_so()
    {
        var near = ChartAxis.Times("latency", [Line(100, 2_900)]);
        var far = ChartAxis.Times("latency", [Line(100, 3_100)]);

        Assert.Equal("latency", near.Title);
        Assert.Equal("latency, logarithmic", far.Title);
        Assert.Equal(
            ["100 us", "200 us", "500 us", "1 ms", "2 ms", "5 ms"],
            far.Ticks.Select(tick => tick.Text)
        );
        Assert.Equal(0.5, far.Place(Math.Sqrt(100 * 5_000)), precision: 6);
    }

    [Fact]
    public void Each_further_nine_is_as_wide_as_the_last()
    {
        var axis = ChartAxis.Percentiles(99.9);

        Assert.Equal(["0", "p50", "p90", "p99", "p99.9"], axis.Ticks.Select(tick => tick.Text));
        Assert.Equal(
            [1.0 / 3, 2.0 / 3, 1],
            axis.Ticks.Skip(2)
                .Select(t => Math.Round(t.Share, 12))
                .Zip(
                    [1.0 / 3, 2.0 / 3, 1],
                    (share, exact) => Math.Abs(share - exact) < 1e-9 ? exact : share
                )
        );
    }

    [Theory]
    [InlineData(5, "0 s 1 s 2 s 3 s 4 s 5 s")]
    [InlineData(0.5, "0 s 0.1 s 0.2 s 0.3 s 0.4 s 0.5 s")]
    [InlineData(1_800, "0:00 10:00 20:00 30:00")]
    [InlineData(7_200, "0:00 30:00 1:00:00 1:30:00 2:00:00")]
    public void Time_is_counted_as_people_do(double seconds, string ticks) =>
        Assert.Equal(
            ticks,
            string.Join(' ', ChartAxis.Seconds(seconds).Ticks.Select(tick => tick.Text))
        );

    private static ChartLine Line(params double[] values) =>
        new("line", 0, [.. values.Select((value, i) => new ChartPoint(i, value))]);
}
