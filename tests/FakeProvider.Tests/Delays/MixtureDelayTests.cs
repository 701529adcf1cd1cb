namespace GatewayBench.FakeProviderTests;

public sealed class MixtureDelayTests
{
    [Theory]
    [InlineData(0.05, 2.5)]
    [InlineData(0.0999, 2.999)]
    [InlineData(0.1, 10)]
    [InlineData(0.55, 15)]
    public void A_share_of_the_draw_is_stretched_over_its_part(double uniform, double seconds)
    {
        var delay = Delay.Mixture(
            (10, Delay.Uniform("2s", "3s")),
            (90, Delay.Uniform("10s", "20s"))
        );

        Assert.Equal(seconds, delay.FromUniform(uniform).TotalSeconds, tolerance: 1e-6);
    }

    [Fact]
    public void The_ends_of_a_share_stay_off_the_poles_of_its_part()
    {
        var tail = Delay.LogNormal("1s", "10s");
        var delay = Delay.Mixture((50, tail), (50, tail));

        Assert.InRange(delay.FromUniform(0.5), TimeSpan.Zero, TimeSpan.FromTicks(1));
        Assert.InRange(
            delay.FromUniform(Math.BitDecrement(0.5)),
            TimeSpan.FromMinutes(30),
            Delay.Longest
        );
    }

    [Theory]
    [InlineData(new[] { 0, 100 }, "a part's percent is 0; allowed: above 0")]
    [InlineData(new[] { 101 }, "a part's percent is 101; allowed: above 0, at most 100")]
    [InlineData(new[] { 50, 49 }, "the sum of the percents is 99; allowed: exactly 100")]
    [InlineData(new[] { 60, 60 }, "the sum of the percents is 120; allowed: exactly 100")]
    [InlineData(new int[0], "the number of parts is 0; allowed: 1 to 100")]
    public void Impossible_shares_are_refused(int[] percents, string expected)
    {
        var parts = Array.ConvertAll(percents, p => ((decimal)p, Delay.None));
        var error = Assert.Throws<ArgumentException>(() => Delay.Mixture(parts));

        Assert.StartsWith(expected, error.Message, StringComparison.Ordinal);
    }
}
