namespace GatewayBench.Tests.Profiles;

/// <summary>Slices of a second: ten of a baseline, five of a spike, and then the recovery.</summary>
public sealed class SpikeRecoveryTests
{
    private static readonly TimelineSlice[] _before =
    [
        .. Enumerable.Range(0, 10).Select(i => Slice(i, 1_000 + i)),
        .. Enumerable.Range(10, 5).Select(i => Slice(i, 50_000, errors: 40)),
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    public void It_is_the_time_from_the_fall_to_the_first_slice_at_the_level(int slow)
    {
        var timeline = With(i => i < slow ? Slice(15 + i, 20_000) : Slice(15 + i, 1_200));

        Assert.Equal(slow, Of(timeline)!.Seconds);
    }

    [Fact]
    public void Errors_keep_it_waiting_as_well()
    {
        var timeline = With(i => Slice(15 + i, 1_000, errors: i < 4 ? 2 : 1));

        // 1 of 101 is below the baseline's none and 1 %, 2 of 102 are not.
        Assert.Equal(4, Of(timeline)!.Seconds);
    }

    [Fact]
    public void A_good_slice_between_bad_ones_is_no_recovery()
    {
        var timeline = With(i => Slice(15 + i, i is 2 or 3 or >= 6 ? 1_000 : 9_000));

        Assert.Equal(6, Of(timeline)!.Seconds);
    }

    [Fact]
    public void A_slice_in_which_nothing_ended_is_not_at_the_level()
    {
        var timeline = With(i => i < 5 ? Slice(15 + i, null, successes: 0) : Slice(15 + i, 1_000));

        Assert.Equal(5, Of(timeline)!.Seconds);
    }

    [Fact]
    public void What_does_not_recover_has_no_time()
    {
        var recovery = Of(With(i => Slice(15 + i, 2_000)));

        Assert.NotNull(recovery);
        Assert.Null(recovery.Seconds);
    }

    [Fact]
    public void The_level_is_the_baselines_worst_slice_or_a_quarter_above_its_middle()
    {
        Assert.Equal(1.25 * 1_005, Of(With(i => Slice(15 + i, 1_000)))!.P99Limit);

        TimelineSlice[] noisy = [Slice(0, 3_000), .. _before.Skip(1)];
        Assert.Equal(3_000, SpikeRecovery.Of(noisy, spike: 10, fall: 15)!.P99Limit);
    }

    [Fact]
    public void A_baseline_of_too_few_slices_has_no_level() =>
        Assert.Null(SpikeRecovery.Of([.. _before.Skip(6)], spike: 10, fall: 15));

    [Fact]
    public void It_is_told_of_loads_with_a_stage_of_recovery_after_two_others()
    {
        var timeline = With(i => Slice(15 + i, 1_000));
        var spike = Load.Closed(
            1,
            new(1, "10s"),
            new(9, TimeSpan.Zero),
            new(9, "5s"),
            new(1, TimeSpan.Zero),
            new(1, "10s", "recovery")
        );

        Assert.Equal(
            (15.0, 0.0),
            (SpikeRecovery.Of(spike, timeline)!.From, SpikeRecovery.Of(spike, timeline)!.Seconds)
        );
        Assert.Null(SpikeRecovery.Of(Load.Closed(1, "25s"), timeline));
        Assert.Null(SpikeRecovery.Of(Load.Constant(1, "25s"), timeline));
    }

    private static RecoveryResult? Of(TimelineSlice[] timeline) =>
        SpikeRecovery.Of(timeline, spike: 10, fall: 15);

    private static TimelineSlice[] With(Func<int, TimelineSlice> after) =>
        [.. _before, .. Enumerable.Range(0, 12).Select(after)];

    private static TimelineSlice Slice(
        int from,
        double? p99,
        int errors = 0,
        int successes = 100
    ) =>
        new(
            from,
            1,
            successes,
            errors == 0 ? [] : new Dictionary<Outcome, long> { [Outcome.Timeout] = errors },
            InFlight: 1,
            p99,
            p99,
            p99
        );
}
