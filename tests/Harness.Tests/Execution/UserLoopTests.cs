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
}
