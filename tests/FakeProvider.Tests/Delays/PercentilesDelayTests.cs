namespace GatewayBench.FakeProviderTests;

public sealed class PercentilesDelayTests
{
    [Theory]
    [InlineData(0.001, 400)]
    [InlineData(0.5, 400)]
    [InlineData(0.6, 550)]
    [InlineData(0.9, 1_000)]
    [InlineData(0.999, 1_000)]
    public void Between_the_points_are_straight_lines_and_the_ends_are_flat(
        double uniform,
        double milliseconds
    ) =>
        Assert.Equal(
            milliseconds,
            Delay.Percentiles((50, "400ms"), (90, "1s")).FromUniform(uniform).TotalMilliseconds,
            tolerance: 0.001
        );

    [Fact]
    public void Tables_out_of_order_or_range_are_refused()
    {
        AssertRefused("the number of percentiles is 0; allowed: 1 to 1000");
        AssertRefused(
            "a percentile is 50; allowed: above the one before it (50)",
            (50, "1s"),
            (50, "2s")
        );
        AssertRefused("a percentile is 100.1; allowed: 0 to 100", (100.1m, "1s"));
        AssertRefused("a percentile is -1; allowed: 0 to 100", (-1, "1s"));
        AssertRefused(
            "the delay at 99 % is 1s; allowed: at least that of the percentile before it (2s)",
            (50, "2s"),
            (99, "1s")
        );
        AssertRefused("the delay at 50 % is 25h; allowed: from zero", (50, "25h"));
        AssertRefused("Delay is 'soon'; allowed: a number and a unit", (50, "soon"));
    }

    private static void AssertRefused(string expected, params (decimal, string)[] points)
    {
        var error = Assert.Throws<ArgumentException>(() => Delay.Percentiles(points));

        Assert.StartsWith(expected, error.Message, StringComparison.Ordinal);
    }
}
