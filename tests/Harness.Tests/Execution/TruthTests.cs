using GatewayBench.Support;

namespace GatewayBench.Tests.Execution;

/// <summary>What the engine reports of targets whose every answer is known beforehand.</summary>
public sealed class TruthTests
{
    private static readonly TimeSpan Service = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(5);
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task A_freeze_of_a_second_is_seen_by_every_hit_that_was_meant_to_start_in_it()
    {
        // 200 hits a second for 10 s, all of which take 5 ms, but those of one second wait for its end.
        var target = new ClockedTarget(_clock, Frozen);

        var row = await ClockedRun.RunAsync(
            Load.Constant(200, "10s"),
            _clock,
            target,
            Interval,
            sentBy: time => Math.Min(2_000, 1 + (int)(time / Interval))
        );

        Assert.Equal(2_000, row.Successes);
        Assert.Equal(0, row.Open!.Unsent);
        // Of the hits 10 % were delayed, evenly over a second: the slowest 1 % by more than 0.9 s.
        AssertTime(5, row.LatencyAt(50));
        AssertTime(5, row.LatencyAt(89.9));
        AssertTime(5 + 500, row.LatencyAt(95));
        AssertTime(5 + 900, row.LatencyAt(99));
        AssertTime(5 + 1_000, row.MaxLatency);
    }

    [Fact]
    public async Task A_closed_loop_hides_the_same_freeze()
    {
        var target = new ClockedTarget(_clock, Frozen);

        var row = await ClockedRun.RunAsync(
            Load.Closed(1, "10s"),
            _clock,
            target,
            Interval,
            sentBy: _ => target.Answered
        );

        // One hit of about 1,800 saw it: p99 knows nothing, where 10 % of arrivals would have waited.
        AssertTime(5, row.LatencyAt(99));
        Assert.True(row.MaxLatency >= TimeSpan.FromSeconds(0.9));
    }

    [Fact]
    public async Task A_known_distribution_comes_back_to_the_precision_of_the_histogram()
    {
        var known = Delay.LogNormal("40ms", "400ms");
        TimeSpan[] times =
        [
            .. Enumerable.Range(0, 2_000).Select(i => WholeMilliseconds(known.Draw(7, (ulong)i))),
        ];
        var target = new ClockedTarget(_clock, (number, _) => times[number]);

        var row = await ClockedRun.RunAsync(
            Load.Constant(100, "20s"),
            _clock,
            target,
            TimeSpan.FromMilliseconds(10),
            sentBy: time => Math.Min(2_000, 1 + (int)(time.TotalMilliseconds / 10))
        );

        Array.Sort(times);
        foreach (var percentile in (double[])[1, 10, 25, 50, 75, 90, 95, 99])
        {
            var exact = times[(int)Math.Ceiling(percentile / 100 * times.Length) - 1];
            AssertTime(exact.TotalMilliseconds, row.Latency.TimeAt(percentile));
            AssertTime(exact.TotalMilliseconds, row.ServiceTime.TimeAt(percentile));
        }
        AssertTime(times[^1].TotalMilliseconds, row.MaxLatency);

        // What timers can keep.
        static TimeSpan WholeMilliseconds(TimeSpan time) =>
            TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds));
    }

    [Fact]
    public async Task What_waits_for_the_cap_waits_inside_its_latency()
    {
        // Two at a time, 100 ms each, are 20 a second; 40 a second are offered for one second.
        var target = new ClockedTarget(_clock, (_, _) => TimeSpan.FromMilliseconds(100));

        var row = await ClockedRun.RunAsync(
            Load.Constant(40, "1s").WithMaxInFlight(2),
            _clock,
            target,
            TimeSpan.FromMilliseconds(25),
            sentBy: time =>
                Math.Min(40, StartsBy(time) + StartsBy(time - TimeSpan.FromMilliseconds(25)))
        );

        Assert.Equal(40, row.Successes);
        Assert.Equal(40, row.Open!.Offered);
        Assert.Equal(0, row.Open.Unsent);
        Assert.Equal(2, row.Open.PeakInFlight);
        AssertTime(100, row.ServiceTime.MaxTime());
        // The last hit was meant to start at 975 ms, and sent as the twentieth of its worker at 1,925 ms.
        AssertTime(1_050, row.MaxLatency);

        // Each worker is free again every 100 ms.
        static int StartsBy(TimeSpan time) =>
            time < TimeSpan.Zero ? 0 : 1 + (int)(time.TotalMilliseconds / 100);
    }

    [Fact]
    public async Task What_can_not_be_sent_is_counted()
    {
        var target = new ClockedTarget(_clock, (_, _) => TimeSpan.FromSeconds(10));

        var row = await ClockedRun.RunAsync(
            Load.Constant(40, "1s").WithMaxInFlight(2),
            _clock,
            target,
            TimeSpan.FromMilliseconds(25),
            sentBy: time => time.TotalMilliseconds < 25 ? 1 : 2,
            Runs.Options with
            {
                DrainCap = TimeSpan.FromSeconds(2),
            }
        );

        Assert.Equal(40, row.Open!.Offered);
        Assert.Equal(38, row.Open.Unsent);
        Assert.Equal(2, row.Requests);
    }

    /// <summary>The fourth second passes without an answer.</summary>
    private static TimeSpan Frozen(int number, TimeSpan now)
    {
        var (from, to) = (TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(5));
        return now >= from && now < to ? to - now + Service : Service;
    }

    /// <summary>To the histogram's three digits, in the direction in which it rounds.</summary>
    private static void AssertTime(double milliseconds, TimeSpan? actual) =>
        Assert.InRange(actual!.Value.TotalMilliseconds, milliseconds * 0.999, milliseconds * 1.001);
}
