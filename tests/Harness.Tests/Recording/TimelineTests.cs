using GatewayBench.Support;

namespace GatewayBench.Tests.Recording;

public sealed class TimelineTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void Each_slice_holds_what_ended_since_the_last_cut()
    {
        using var recorders = new RecorderSet(
            new RecorderShape(_clock.TimestampFrequency, Checks: 0, Metrics: [], HasSchedule: false)
        );
        var timeline = new Timeline(recorders, _clock);
        timeline.Begin(_clock.GetTimestamp());

        Record(recorders, Outcome.Success, milliseconds: 10, count: 3);
        Record(recorders, Outcome.Http5xx, milliseconds: 1, count: 2);
        _clock.Advance(TimeSpan.FromSeconds(1));
        timeline.Cut(inFlight: 7, users: 9);
        Record(recorders, Outcome.Success, milliseconds: 50, count: 1);
        _clock.Advance(TimeSpan.FromSeconds(2));
        timeline.Cut(inFlight: 0, users: null);
        _clock.Advance(TimeSpan.FromSeconds(1));
        timeline.Cut(inFlight: 0, users: null);

        var slices = timeline.Slices;
        Assert.Equal([0, 1, 3], slices.Select(slice => slice.From));
        Assert.Equal([1, 2, 1], slices.Select(slice => slice.Seconds));
        Assert.Equal([3, 1, 0], slices.Select(slice => slice.Successes));
        Assert.Equal(2, Assert.Single(slices[0].Errors, e => e.Key == Outcome.Http5xx).Value);
        Assert.Empty(slices[1].Errors);
        Assert.Equal(7, slices[0].InFlight);
        Assert.Equal([9, null, null], slices.Select(slice => slice.Users));
        Assert.Equal(10_000, slices[0].P50!.Value, tolerance: 10);
        // The slow one of the second slice alone, untouched by the first.
        Assert.Equal(50_000, slices[1].P50!.Value, tolerance: 50);
        Assert.Null(slices[2].Max);
    }

    [Fact]
    public void A_cut_at_the_same_time_as_the_last_adds_nothing()
    {
        using var recorders = new RecorderSet(
            new RecorderShape(_clock.TimestampFrequency, Checks: 0, Metrics: [], HasSchedule: false)
        );
        var timeline = new Timeline(recorders, _clock);
        timeline.Begin(_clock.GetTimestamp());

        timeline.Cut(inFlight: 0, users: null);

        Assert.Empty(timeline.Slices);
    }

    [Fact]
    public void Failures_are_counted_by_the_status_of_their_answer_too()
    {
        using var recorders = new RecorderSet(
            new RecorderShape(_clock.TimestampFrequency, Checks: 0, Metrics: [], HasSchedule: false)
        );
        var timeline = new Timeline(recorders, _clock);
        timeline.Begin(_clock.GetTimestamp());

        Record(recorders, Outcome.Success, milliseconds: 1, count: 4, status: 200);
        Cut();
        Record(recorders, Outcome.Http5xx, milliseconds: 1, count: 2, status: 503);
        Record(recorders, Outcome.Http5xx, milliseconds: 1, count: 1, status: 502);
        Record(recorders, Outcome.Connect, milliseconds: 1, count: 1);
        Cut();
        Record(recorders, Outcome.RateLimited, milliseconds: 1, count: 5, status: 429);
        Record(recorders, Outcome.Http5xx, milliseconds: 1, count: 1, status: 503);
        Cut();

        Assert.Equal(
            [
                [],
                [(502, 1), (503, 2)],
                [(429, 5), (503, 1)],
            ],
            timeline.Slices.Select(slice =>
                slice.Statuses.Select(one => (one.Key, one.Value)).ToArray()
            )
        );
        var counts = recorders.Sum();
        Assert.Equal(
            [(429, 5), (502, 1), (503, 3)],
            counts.Statuses.Result().Select(one => (one.Key, one.Value))
        );

        void Cut()
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            timeline.Cut(inFlight: 0, users: null);
        }
    }

    private static void Record(
        RecorderSet recorders,
        Outcome outcome,
        int milliseconds,
        int count,
        int status = 0
    )
    {
        var ended = milliseconds * TimeSpan.TicksPerMillisecond;
        for (var i = 0; i < count; i++)
        {
            recorders.Mine.Record(
                new Hit(0, 0, FirstByte: ended, ended, outcome, Bytes: 0, Status: status)
            );
        }
    }
}
