namespace GatewayBench.Tests.Pairs;

public sealed class PairTimeTests
{
    [Fact]
    public void A_pair_takes_its_warm_up_its_slices_and_both_open_loads()
    {
        var plan = Comparisons.New().Plan;

        // 20 s, 18 slices of 250 ms an arm, 10 s an arm, and 3 s beside.
        Assert.Equal(TimeSpan.FromSeconds(20 + 9 + 20 + 3), PairTime.MostOf(plan));
        Assert.Equal(
            TimeSpan.FromSeconds(5 + 9 + 3),
            PairTime.MostOf(plan with { WarmUpSeconds = 5, OpenSeconds = 0 })
        );
    }
}
