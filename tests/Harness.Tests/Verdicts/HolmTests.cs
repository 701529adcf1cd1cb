namespace GatewayBench.Tests.Verdicts;

public sealed class HolmTests
{
    [Fact]
    public void Adjusted_p_values_are_those_of_r()
    {
        Assert.NotEmpty(RReference.All.Holm);
        Assert.All(
            RReference.All.Holm,
            reference =>
                Assert.All(
                    reference.Adjusted.Zip(Holm.Adjusted(reference.PValues)),
                    two => Assert.Equal(two.First, two.Second, tolerance: 1e-12)
                )
        );
    }

    [Fact]
    public void The_smallest_pays_for_all_and_none_goes_below_one_before_it() =>
        Assert.Equal([0.03, 0.06, 0.06], Holm.Adjusted([0.01, 0.04, 0.03]));

    [Fact]
    public void Without_tests_there_is_nothing_to_share() => Assert.Empty(Holm.Adjusted([]));
}
