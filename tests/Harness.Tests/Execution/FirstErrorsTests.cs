using GatewayBench.Support;

namespace GatewayBench.Tests.Execution;

public sealed class FirstErrorsTests
{
    private static readonly RecorderShape Shape = new(
        TimestampFrequency: 10,
        Checks: 0,
        Metrics: [],
        HasSchedule: false
    );

    [Fact]
    public void Each_class_has_its_second_and_the_users_of_that_second_of_the_timeline()
    {
        TimelineSlice[] timeline =
        [
            Slice(0, inFlight: 3) with
            {
                Users = 10,
            },
            Slice(1, inFlight: 4) with
            {
                Users = 20,
            },
        ];

        var firsts = Of(timeline, (Outcome.Timeout, 11), (Outcome.Http5xx, 9), (Outcome.Reset, 45));

        Assert.Equal(
            [
                new FirstError(Outcome.Http5xx, 0.9, 10),
                new FirstError(Outcome.Timeout, 1.1, 20),
                // An iteration that was drained: the last that is known.
                new FirstError(Outcome.Reset, 4.5, 20),
            ],
            firsts
        );
    }

    [Fact]
    public void An_open_load_has_exchanges_in_flight_instead() =>
        Assert.Equal(
            [new FirstError(Outcome.Http5xx, 1, 4)],
            Of([Slice(0, inFlight: 3), Slice(1, inFlight: 4)], (Outcome.Http5xx, 10))
        );

    [Fact]
    public void Without_a_timeline_nobody_knows() =>
        Assert.Equal([new FirstError(Outcome.Http5xx, 1, null)], Of([], (Outcome.Http5xx, 10)));

    [Fact]
    public async Task A_row_tells_them()
    {
        var requests = 0;
        await using var target = new ServerTarget(context =>
        {
            context.Response.StatusCode = Interlocked.Increment(ref requests) > 1 ? 503 : 200;
            return Task.CompletedTask;
        });

        var row = await Runs.RowAsync(target, users: 4);

        var first = Assert.Single(row.FirstErrors);
        Assert.Equal(Outcome.Http5xx, first.Outcome);
        Assert.InRange(first.Second, 0, row.MeasuredSeconds);
        Assert.Equal(row.Timeline[0].Users, first.Users);
        Assert.InRange(first.Users!.Value, 1, 4);
    }

    [Fact]
    public async Task The_timeline_of_a_closed_load_tells_who_has_started()
    {
        var clock = new ManualTimeProvider();
        var target = new ClockedTarget(clock, (_, _) => TimeSpan.FromHours(1));

        var row = await ClockedRun.RunAsync(
            // At 0, 1.25 and 2.5 s, each for one exchange without end.
            Load.Closed(3, "4s").StartingPerSecond(0.8),
            clock,
            target,
            TimeSpan.FromMilliseconds(100),
            time => time < TimeSpan.Zero ? 0 : Math.Min(3, 1 + (int)(time.TotalSeconds / 1.25))
        );

        Assert.Equal([1, 2, 3], row.Timeline.Take(3).Select(slice => slice.Users!.Value));
    }

    private static FirstError[] Of(
        TimelineSlice[] timeline,
        params (Outcome Outcome, long Intended)[] failures
    )
    {
        var recorder = new Recorder(Shape);
        foreach (var (outcome, intended) in failures)
        {
            recorder.Record(new Hit(intended, intended, 0, intended + 1, outcome, Bytes: 0));
        }
        var counts = new RowCounts(Shape);
        counts.Add(recorder);
        return FirstErrors.Of(counts, timestamp => timestamp / 10.0, timeline);
    }

    private static TimelineSlice Slice(double from, int inFlight) =>
        new(from, 1, 0, new Dictionary<Outcome, long>(), inFlight, null, null, null);
}
