using GatewayBench.Support;

namespace GatewayBench.Tests.Execution;

public sealed class UserLoopTests
{
    private readonly ManualTimeProvider _clock = new();

    [Theory]
    [InlineData(1.5, false)]
    [InlineData(0.5, true)]
    public async Task A_user_keeps_its_memory_over_a_short_pause_and_not_over_a_long_one(
        double pauseSeconds,
        bool keeps
    )
    {
        var pause = TimeSpan.FromSeconds(pauseSeconds);
        // Not at once: what follows an answer is then done before the clock moves on.
        var service = TimeSpan.FromMilliseconds(250);
        var target = new ClockedTarget(_clock, (_, _) => service);
        Reply? lent = null;
        var scenario = Runs
            .Get.ThinkTime(Delay.Fixed(pause))
            .Check("is lent", reply => (lent = reply) is not null);

        var row = await ClockedRun.RunAsync(
            Load.Closed(1, TimeSpan.FromSeconds(4)),
            _clock,
            target,
            step: service,
            sentBy: elapsed => 1 + (int)(elapsed / (pause + service)),
            scenario: scenario
        );

        Assert.Equal(keeps ? 6 : 3, row.Successes);
        Assert.Equal(keeps, lent!.Buffer.Capacity > 0);
    }

    [Fact]
    public async Task The_slowest_user_is_compared_with_the_median_user()
    {
        var service = TimeSpan.FromMilliseconds(20);
        var target = new ClockedTarget(_clock, (_, _) => service);

        // Users start a second after each other, and so have 4, 3 and 2 seconds.
        var row = await ClockedRun.RunAsync(
            Load.Closed(3, TimeSpan.FromSeconds(4)).StartingPerSecond(1),
            _clock,
            target,
            step: service,
            sentBy: elapsed =>
                Enumerable
                    .Range(0, 3)
                    .Select(user => elapsed - TimeSpan.FromSeconds(user))
                    .Where(own => own >= TimeSpan.Zero)
                    .Sum(own => 1 + (int)(own / service))
        );

        Assert.Equal(200 + 150 + 100, row.Successes);
        Assert.Equal(100.0 / 150, row.Fairness);
        Assert.Contains(
            row.Invalid,
            reason => reason.StartsWith("unfair", StringComparison.Ordinal)
        );
    }
}
