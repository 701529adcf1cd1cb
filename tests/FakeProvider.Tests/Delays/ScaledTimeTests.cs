using GatewayBench.Support;

namespace GatewayBench.Tests.Delays;

public sealed class ScaledTimeTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void Ten_seconds_by_it_are_one_by_the_other()
    {
        var scaled = new ScaledTime(0.1, _clock);
        var (started, utc) = (scaled.GetTimestamp(), scaled.GetUtcNow());

        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(TimeSpan.FromSeconds(10), scaled.GetElapsedTime(started));
        Assert.Equal(TimeSpan.FromSeconds(10), scaled.GetUtcNow() - utc);
    }

    [Fact]
    public void A_wait_by_it_takes_its_share()
    {
        var scaled = new ScaledTime(0.1, _clock);
        var wait = Task.Delay(
            TimeSpan.FromSeconds(10),
            scaled,
            TestContext.Current.CancellationToken
        );

        _clock.Advance(TimeSpan.FromMilliseconds(999));
        Assert.False(wait.IsCompleted);

        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(wait.IsCompleted);
    }

    [Fact]
    public void A_wait_never_ends_early()
    {
        var scaled = new ScaledTime(0.1, _clock);
        var wait = Task.Delay(
            TimeSpan.FromMilliseconds(15),
            scaled,
            TestContext.Current.CancellationToken
        );

        _clock.Advance(TimeSpan.FromMilliseconds(1.9));
        Assert.False(wait.IsCompleted);

        _clock.Advance(TimeSpan.FromMilliseconds(0.1));
        Assert.True(wait.IsCompleted);
    }

    [Fact]
    public void A_wait_for_ever_is_one()
    {
        var wait = Task.Delay(
            Timeout.InfiniteTimeSpan,
            new ScaledTime(0.1, _clock),
            TestContext.Current.CancellationToken
        );

        _clock.Advance(TimeSpan.FromDays(300));

        Assert.False(wait.IsCompleted);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void A_scale_that_can_not_be_is_refused(double scale) =>
        Assert.Throws<ArgumentException>(() => new ScaledTime(scale));
}
