namespace GatewayBench.Tests.Recording;

public sealed class RecorderTests
{
    private const long Frequency = 1_000_000_000;

    [Fact]
    public void Latency_counts_from_the_intended_start_and_service_time_from_the_send()
    {
        var recorder = new Recorder(Shape(0) with { HasSchedule = true });

        recorder.Record(Hit(Outcome.Success, intended: 1_000, sent: 6_000, ended: 21_000));

        Assert.True(IsAbout(20_000, recorder.Successes.Latency));
        Assert.True(IsAbout(15_000, recorder.Successes.ServiceTime));
        Assert.True(IsAbout(5_000, recorder.ScheduleLag!));
    }

    [Fact]
    public void Failures_never_touch_the_latency_of_successes()
    {
        var recorder = new Recorder(Shape(0));

        recorder.Record(Hit(Outcome.Http5xx, intended: 0, sent: 0, ended: 20_000));

        Assert.Equal(0, recorder.Successes.Latency.TotalCount);
        Assert.Equal(0, recorder.FirstBytes.TotalCount);
        Assert.Equal(1, recorder.Failures!.Latency.TotalCount);
        Assert.Equal(1, recorder.OutcomeCounts[(int)Outcome.Http5xx]);
    }

    [Fact]
    public void A_latency_beyond_the_range_is_clamped_and_counted()
    {
        var recorder = new Recorder(Shape(0));
        var twoHours = (long)TimeSpan.FromHours(2).TotalNanoseconds;

        recorder.Record(Hit(Outcome.Timeout, intended: 0, sent: 0, ended: twoHours));

        // The latency and the service time.
        Assert.Equal(2, recorder.Clamped);
        Assert.Equal(1, recorder.Failures!.Latency.TotalCount);
    }

    [Fact]
    public void The_sum_of_recorders_is_what_one_recorder_of_all_hits_would_hold()
    {
        var draws = new Random(7);
        Recorder[] parts = [new(Shape(1)), new(Shape(1)), new(Shape(1))];
        var whole = new Recorder(Shape(1));
        for (var i = 0; i < 10_000; i++)
        {
            var hit = Hit(
                draws.Next(10) == 0 ? Outcome.Http5xx : Outcome.Success,
                intended: i,
                sent: i,
                ended: i + draws.Next(100, 100_000_000)
            );
            parts[i % parts.Length].Record(hit);
            whole.Record(hit);
        }

        var sum = new RowCounts(Shape(1));
        Array.ForEach(parts, sum.Add);

        Assert.True(sum.Successes.Latency.HasSameContentsAs(whole.Successes.Latency));
        Assert.True(sum.Failures.Latency.HasSameContentsAs(whole.Failures!.Latency));
        Assert.Equal(10_000, sum.Total);
        Assert.Equal(whole.OutcomeCounts[(int)Outcome.Http5xx], sum[Outcome.Http5xx]);
    }

    [Fact]
    public void Checks_count_the_replies_that_they_saw()
    {
        var recorder = new Recorder(Shape(2));
        recorder.Record(Hit(Outcome.Success));
        recorder.Record(Hit(Outcome.BadBody) with { FailedCheck = 0 });
        recorder.Record(Hit(Outcome.BadBody) with { FailedCheck = 1 });
        recorder.Record(Hit(Outcome.BadBody) with { FailedCheck = 1 });

        var sum = new RowCounts(Shape(2));
        sum.Add(recorder);

        Assert.Equal(3, sum.CheckPasses(0));
        Assert.Equal(1, sum.CheckPasses(1));
    }

    [Fact]
    public void Each_thread_has_a_recorder_of_its_own()
    {
        using var set = new RecorderSet(Shape(0));
        var threads = Enumerable
            .Range(0, 4)
            .Select(_ => new Thread(() =>
            {
                for (var i = 0; i < 1_000; i++)
                {
                    set.Mine.Record(Hit(Outcome.Success));
                }
            }))
            .ToList();

        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        Assert.Equal(4_000, set.Sum().Total);
    }

    private static RecorderShape Shape(int checks) =>
        new(Frequency, checks, Metrics: [], HasSchedule: false);

    private static bool IsAbout(long nanoseconds, LongHistogram histogram) =>
        histogram.ValuesAreEquivalent(nanoseconds, histogram.GetMaxValue());

    private static Hit Hit(Outcome outcome, long intended = 0, long sent = 0, long ended = 500) =>
        new(intended, sent, FirstByte: sent, ended, outcome, Bytes: 0);
}
