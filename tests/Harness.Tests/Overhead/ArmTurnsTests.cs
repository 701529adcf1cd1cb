namespace GatewayBench.Tests.Overhead;

public sealed class ArmTurnsTests
{
    [Fact]
    public void Each_arm_comes_after_either_about_as_often()
    {
        var turns = new ArmTurns(42);
        var (ahead, last) = (0, true);
        var after = new Dictionary<(bool, bool), int>();
        for (var i = 0; i < 10_000; i++)
        {
            var isGateways = turns.IsGateways(ahead, isMore: true);
            ahead += isGateways ? 1 : -1;
            Assert.InRange(ahead, 0, ArmTurns.MostAhead);
            after[(last, isGateways)] = after.GetValueOrDefault((last, isGateways)) + 1;
            last = isGateways;
        }

        Assert.InRange(after[(true, true)] / 10_000.0, 0.15, 0.35);
        Assert.InRange(after[(false, false)] / 10_000.0, 0.15, 0.35);
    }

    [Fact]
    public void The_direct_arm_catches_up_when_there_is_no_more()
    {
        var turns = new ArmTurns(42);

        Assert.False(turns.IsGateways(1, isMore: false));
        Assert.False(turns.IsGateways(ArmTurns.MostAhead, isMore: true));
        Assert.True(turns.IsGateways(0, isMore: true));
    }
}
