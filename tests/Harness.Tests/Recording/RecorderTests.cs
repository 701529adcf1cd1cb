using GatewayBench.Support;

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
    public void The_first_failure_of_a_class_is_the_one_that_was_meant_to_start_first()
    {
        Recorder[] recorders = [new(Shape(0)), new(Shape(0))];
        Record(0, Outcome.Success, intended: 1);
        Record(0, Outcome.Http5xx, intended: 30);
        // It ended later, and began before.
        Record(0, Outcome.Http5xx, intended: 20);
        Record(0, Outcome.Http5xx, intended: 35);
        Record(0, Outcome.Timeout, intended: 50);
        Record(1, Outcome.Http5xx, intended: 40);
        Record(1, Outcome.Timeout, intended: 10);

        var firsts = SumOf(Shape(0), recorders).FirstErrors();

        (Outcome, long)[] expected = [(Outcome.Timeout, 10), (Outcome.Http5xx, 20)];
        Assert.Equal(expected.Order(), firsts.Order());

        void Record(int recorder, Outcome outcome, long intended) =>
            recorders[recorder].Record(Hit(outcome, intended, sent: intended));
    }

    [Fact]
    public void A_hit_is_to_be_kept_while_it_is_slower_than_the_fastest_of_the_slowest()
    {
        var recorder = new Recorder(Shape(0) with { Slowest = 2 });

        int[] latencies = [100, 300, 300, 200, 200, 301, 250, 300];

        bool[] kept = [.. latencies.Select(Record)];

        Assert.Equal([true, true, true, false, false, true, false, false], kept);
        Assert.Equal([300, 301], recorder.Slowest.All.ToArray().Select(one => one.Ticks).Order());

        bool Record(int ticks)
        {
            var hit = Hit(Outcome.Success, intended: 1_000, sent: 1_050, ended: 1_000 + ticks);
            var isSlow = recorder.Record(hit);
            if (isSlow)
            {
                recorder.Slowest.Keep(new SlowCandidate(hit, default, null));
            }
            return isSlow;
        }
    }

    [Fact]
    public void Nothing_is_kept_where_none_is_wanted()
    {
        var recorder = new Recorder(Shape(0));

        Assert.False(recorder.Record(Hit(Outcome.Success, ended: long.MaxValue / 2)));
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

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(64)]
    public void However_hits_are_split_over_threads_every_histogram_is_that_of_all(int threads)
    {
        foreach (var seed in Enumerable.Range(1, 5))
        {
            var random = new Random(seed);
            var shape = Shape(1) with { HasSchedule = true, Metrics = [Letters] };
            var parts = Enumerable.Range(0, threads).Select(_ => new Recorder(shape)).ToArray();
            var all = new Recorder(shape);
            for (var i = 0; i < 3_000; i++)
            {
                var hit = RandomHit(random);
                long[] metrics = [random.NextInt64(2_000_000_000_000) >> random.Next(40)];
                // Few threads do most of the work, and some none.
                RecordIn(parts[random.Next(1 + random.Next(threads))], hit, metrics);
                RecordIn(all, hit, metrics);
            }
            random.Shuffle(parts);

            AssertSame(SumOf(shape, all), SumOf(shape, parts));
        }
    }

    [Fact]
    public void What_an_exchange_is_slow_by_is_recorded_without_allocating()
    {
        var recorder = new Recorder(Shape(0) with { HasCauses = true });
        var (asked, visits) = (new Asked(2, 70, 100), new TraceVisits(TimeSpan.Zero, 1, 50));
        var recorded = 0;

        var allocated = Allocations.Of(() =>
        {
            for (var i = 0; i < 1_000; i++)
            {
                recorder.Expect(asked, isStream: true);
                recorder.RecordCauses(Hit(Outcome.Success), asked, visits, firstToken: 1);
                recorded++;
            }
        });

        Assert.Equal(0, allocated);
        Assert.Equal(recorded, recorder.Causes!.Split.Between(0, 1).Exchanges);
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

    private static readonly CustomMetric Letters = new("letters", MetricKind.Trend, "", _ => 0);

    /// <summary>Of any outcome, and with times from nothing to beyond the range.</summary>
    private static Hit RandomHit(Random random)
    {
        var (lag, wait, rest) = (Time(), Time(), Time());
        var outcome = random.Next(3) > 0 ? Outcome.Success : random.GetItems(Outcomes.All, 1)[0];
        return Hit(outcome, intended: 1, sent: 1 + lag, ended: 1 + lag + wait + rest) with
        {
            FirstByte = 1 + lag + wait,
            Bytes = random.Next(1_000),
            FailedCheck = outcome == Outcome.BadBody ? 0 : -1,
        };

        long Time() =>
            random.NextInt64(2 * (long)TimeSpan.FromHours(1).TotalNanoseconds) >> random.Next(43);
    }

    private static void RecordIn(Recorder recorder, in Hit hit, long[] metrics)
    {
        recorder.Record(hit);
        if (hit.Outcome == Outcome.Success)
        {
            recorder.Metrics.Record(metrics);
        }
    }

    private static RowCounts SumOf(RecorderShape shape, params Recorder[] recorders)
    {
        var sum = new RowCounts(shape);
        Array.ForEach(recorders, sum.Add);
        return sum;
    }

    private static void AssertSame(RowCounts expected, RowCounts actual)
    {
        Assert.All(
            Histograms(expected).Zip(Histograms(actual)),
            pair =>
            {
                Assert.True(pair.First.TotalCount > 0);
                Assert.True(pair.First.HasSameContentsAs(pair.Second));
            }
        );
        Assert.All(Outcomes.All, outcome => Assert.Equal(expected[outcome], actual[outcome]));
        Assert.Equal(expected.CheckFailures, actual.CheckFailures);
        Assert.Equal(
            (expected.Bytes, expected.Clamped, expected.Total),
            (actual.Bytes, actual.Clamped, actual.Total)
        );
    }

    private static LongHistogram[] Histograms(RowCounts counts) =>
        [
            counts.Successes.Latency,
            counts.Successes.ServiceTime,
            counts.Failures.Latency,
            counts.Failures.ServiceTime,
            counts.FirstBytes,
            counts.ScheduleLag,
            counts.Metrics.ResultOf(0, Letters).Values!,
        ];

    private static RecorderShape Shape(int checks) =>
        new(Frequency, checks, Metrics: [], HasSchedule: false);

    private static bool IsAbout(long nanoseconds, LongHistogram histogram) =>
        histogram.ValuesAreEquivalent(nanoseconds, histogram.GetMaxValue());

    private static Hit Hit(Outcome outcome, long intended = 0, long sent = 0, long ended = 500) =>
        new(intended, sent, FirstByte: sent, ended, outcome, Bytes: 0);
}
