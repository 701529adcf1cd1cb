namespace GatewayBench.Tests.Execution;

public sealed class WarmUpTests
{
    [Fact]
    public void It_needs_two_stretches_of_three_slices()
    {
        Assert.False(HasSettled([.. Enumerable.Repeat(1000L, 5)]));
        Assert.True(HasSettled([.. Enumerable.Repeat(1000L, 6)]));
    }

    [Fact]
    public void A_rate_that_still_rises_has_not_settled() =>
        Assert.False(HasSettled(1000, 1000, 1000, 1200, 1200, 1200));

    [Fact]
    public void Only_the_last_two_stretches_count() =>
        Assert.True(HasSettled([10, 100, 300, .. Enumerable.Repeat(1000L, 6)]));

    [Fact]
    public void At_low_rates_chance_is_allowed_for() => Assert.True(HasSettled(3, 2, 4, 2, 3, 2));

    [Fact]
    public void A_target_that_answers_nothing_never_settles() =>
        Assert.False(HasSettled(new long[20]));

    [Fact]
    public void Slices_are_compared_by_rate_because_they_differ_in_length()
    {
        var warmUp = new WarmUp(users: 1);
        foreach (var seconds in (double[])[0.25, 0.25, 0.25, 0.25, 0.5, 0.5])
        {
            warmUp.Add(new WarmUp.Slice(seconds, (long)(4000 * seconds), CompiledMethods: 0));
        }

        Assert.True(warmUp.HasSettled);
    }

    [Fact]
    public void Users_that_answer_in_lock_step_settle_once_a_stretch_spans_two_exchanges_of_each()
    {
        // 32 users and a latency of one second: every fourth slice has all of them.
        long[] second = [0, 0, 0, 32];
        var warmUp = new WarmUp(users: 32);

        Add(warmUp, [.. second, .. second]);
        Assert.False(warmUp.HasSettled);
        Add(warmUp, second);

        Assert.True(warmUp.HasSettled);
    }

    [Fact]
    public void A_steady_rate_while_the_compiler_still_works_is_a_plateau_and_no_end()
    {
        var warmUp = new WarmUp(users: 1);

        Add(warmUp, [.. Enumerable.Repeat(1000L, 20)], compiledMethods: 50);
        Assert.False(warmUp.HasSettled);
        Add(warmUp, [1000, 1000, 1000], compiledMethods: 5);

        Assert.True(warmUp.HasSettled);
    }

    private static bool HasSettled(params long[] hits)
    {
        var warmUp = new WarmUp(users: 1);
        Add(warmUp, hits);
        return warmUp.HasSettled;
    }

    private static void Add(WarmUp warmUp, long[] hits, long compiledMethods = 0)
    {
        foreach (var count in hits)
        {
            warmUp.Add(new WarmUp.Slice(0.25, count, compiledMethods));
        }
    }
}
