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
        var target = new ClockedTarget(_clock, (_, _) => TimeSpan.Zero);
        Reply? lent = null;
        var scenario = Runs
            .Get.ThinkTime(Delay.Fixed(pause))
            .Check("is lent", reply => (lent = reply) is not null);

        var row = await ClockedRun.RunAsync(
            Load.Closed(1, TimeSpan.FromSeconds(4)),
            _clock,
            target,
            step: TimeSpan.FromMilliseconds(250),
            sentBy: elapsed => 1 + (int)(elapsed / pause),
            scenario: scenario
        );

        Assert.Equal(keeps ? 8 : 3, row.Successes);
        Assert.Equal(keeps, lent!.Buffer.Capacity > 0);
    }
}
