namespace GatewayBench.Tests.Execution;

public sealed class WarmUpTests
{
    [Fact]
    public void It_needs_two_seconds_of_slices() =>
        Assert.False(WarmUp.IsSettled(Enumerable.Repeat(1000L, 7).ToList()));

    [Fact]
    public void A_steady_rate_has_settled() =>
        Assert.True(WarmUp.IsSettled(Enumerable.Repeat(1000L, 8).ToList()));

    [Fact]
    public void A_rate_that_still_rises_has_not() =>
        Assert.False(WarmUp.IsSettled([1000, 1000, 1000, 1000, 1200, 1200, 1200, 1200]));

    [Fact]
    public void Only_the_last_two_seconds_count() =>
        Assert.True(WarmUp.IsSettled([10, 100, 300, .. Enumerable.Repeat(1000L, 8)]));

    [Fact]
    public void At_low_rates_chance_is_allowed_for() =>
        Assert.True(WarmUp.IsSettled([3, 2, 4, 3, 2, 3, 2, 2]));

    [Fact]
    public void A_target_that_answers_nothing_never_settles() =>
        Assert.False(WarmUp.IsSettled(new long[20]));
}
