using GatewayBench.Support;

namespace Gateway.Tests;

public sealed class QuietTimerTests
{
    [Fact]
    public async Task It_calls_back_each_time_that_nothing_happened_for_the_whole_while()
    {
        var clock = new ManualTimeProvider();
        var calls = 0;
        await using var timer = new QuietTimer(clock, TimeSpan.FromSeconds(10), () => calls++);

        clock.Advance(TimeSpan.FromSeconds(9));
        timer.Touch();
        clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(0, calls);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, calls);
        clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(3, calls);
    }

    [Fact]
    public async Task It_leaves_nothing_behind()
    {
        var clock = new ManualTimeProvider();

        await new QuietTimer(clock, TimeSpan.FromSeconds(10), () => { }).DisposeAsync();

        Assert.Equal(0, clock.PendingTimers);
    }
}
