namespace GatewayBench.Tests.Execution;

public sealed class WarmUpTests
{
    [Fact]
    public void It_needs_six_slices()
    {
        Assert.False(WarmUp.IsSettled(Slices([.. Enumerable.Repeat(1000L, 5)])));
        Assert.True(WarmUp.IsSettled(Slices([.. Enumerable.Repeat(1000L, 6)])));
    }

    [Fact]
    public void A_rate_that_still_rises_has_not_settled() =>
        Assert.False(WarmUp.IsSettled(Slices(1000, 1000, 1000, 1200, 1200, 1200)));

    [Fact]
    public void Only_the_last_six_count() =>
        Assert.True(WarmUp.IsSettled(Slices([10, 100, 300, .. Enumerable.Repeat(1000L, 6)])));

    [Fact]
    public void At_low_rates_chance_is_allowed_for() =>
        Assert.True(WarmUp.IsSettled(Slices(3, 2, 4, 2, 3, 2)));

    [Fact]
    public void A_target_that_answers_nothing_never_settles() =>
        Assert.False(WarmUp.IsSettled(Slices(new long[20])));

    [Fact]
    public void A_steady_rate_while_the_compiler_still_works_is_a_plateau_and_no_end()
    {
        var working = Enumerable.Repeat(new WarmUp.Slice(1000, CompiledMethods: 50), 20).ToList();
        var atRest = Enumerable.Repeat(new WarmUp.Slice(1000, CompiledMethods: 5), 3);

        Assert.False(WarmUp.IsSettled(working));
        Assert.True(WarmUp.IsSettled([.. working, .. atRest]));
    }

    private static List<WarmUp.Slice> Slices(params long[] hits) =>
        [.. hits.Select(count => new WarmUp.Slice(count, CompiledMethods: 0))];
}
