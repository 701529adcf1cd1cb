using GatewayBench.Support;

namespace GatewayBench.Tests.Execution;

/// <summary>Answers take 200 ms, and the clock moves by 100 ms.</summary>
public sealed class StagedRunTests
{
    private static readonly TimeSpan _service = TimeSpan.FromMilliseconds(200);
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task Users_who_leave_end_their_iteration_first()
    {
        var load = Load.Closed(
            3,
            new(3, "2500ms", "many"),
            new(1, TimeSpan.Zero),
            new(1, "2s", "few")
        );

        // Each of the two that leave begins the last one at 2.4 s, the one that stays at 4.4 s.
        var row = await RunAsync(load, [.. Starts(0, 4.5), .. Starts(0, 2.5), .. Starts(0, 2.5)]);

        Assert.Equal(23 + 13 + 13, row.Successes);
        Assert.Equal(3, row.Users);
        Assert.Equal([3, 3, 1, 1, 1], row.Timeline.Select(slice => slice.Users));
        var (many, few) = (row.Stages[0], row.Stages[1]);
        Assert.Equal(
            ("many", 0, 2.5, 3, 3),
            (many.Name, many.From, many.Seconds, many.FromUsers, many.ToUsers)
        );
        Assert.Equal(
            ("few", 2.5, 2.0, 1, 1),
            (few.Name, few.From, few.Seconds, few.FromUsers, few.ToUsers)
        );
        // What ends after the fall is of the stage in which it ends.
        Assert.Equal((36, 13), (many.Successes, few.Successes));
        Assert.Equal((36, 13), (many.Latency.TotalCount, few.Latency.TotalCount));
        // The last one ends 100 ms after the measured time.
        Assert.Equal((36, 12), (many.SuccessesInTime, few.SuccessesInTime));
    }

    [Fact]
    public async Task Users_come_when_the_line_reaches_them_and_can_come_again()
    {
        var load = Load.Closed(
            0,
            new(2, "2s"),
            new(0, TimeSpan.Zero),
            new(0, "1s"),
            new(1, TimeSpan.Zero),
            new(1, "1s")
        );

        var row = await RunAsync(load, [.. Starts(0.5, 2), .. Starts(1.5, 2), .. Starts(3, 4)]);

        Assert.Equal(8 + 3 + 5, row.Successes);
        Assert.Equal(["stage 1", "stage 2", "stage 3"], row.Stages.Select(stage => stage.Name));
    }

    [Fact]
    public async Task Only_who_was_there_all_the_time_is_compared()
    {
        var load = Load.Closed(2, new(2, "30s"), new(8, TimeSpan.Zero), new(8, "1s"));

        var row = await RunAsync(
            load,
            [
                .. Starts(0, 31),
                .. Starts(0, 31),
                .. Enumerable.Repeat(Starts(30, 31), 6).SelectMany(starts => starts),
            ]
        );

        Assert.Equal(1, row.Fairness);
    }

    [Fact]
    public async Task A_load_of_the_same_users_throughout_has_no_stages()
    {
        var row = await RunAsync(Load.Closed(1, "1s"), [.. Starts(0, 1)]);

        Assert.Empty(row.Stages);
        Assert.Equal(5, row.Successes);
    }

    private static IEnumerable<TimeSpan> Starts(double from, double to)
    {
        for (var at = TimeSpan.FromSeconds(from); at < TimeSpan.FromSeconds(to); at += _service)
        {
            yield return at;
        }
    }

    private Task<RowResult> RunAsync(Load load, TimeSpan[] starts) =>
        ClockedRun.RunAsync(
            load,
            _clock,
            new ClockedTarget(_clock, (_, _) => _service),
            step: TimeSpan.FromMilliseconds(100),
            sentBy: elapsed => starts.Count(start => start <= elapsed)
        );
}
