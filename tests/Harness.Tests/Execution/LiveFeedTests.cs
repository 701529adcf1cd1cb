using GatewayBench.Support;

namespace GatewayBench.Tests.Execution;

public sealed class LiveFeedTests
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    [Fact]
    public async Task A_run_tells_each_phase_and_once_a_second_how_far_it_is()
    {
        var clock = new ManualTimeProvider();
        var target = new ClockedTarget(clock, (_, _) => 2 * Step);
        var told = new List<LiveProgress>();

        await ClockedRun.RunAsync(
            Load.Closed(1, "3s"),
            clock,
            target,
            Step,
            sentBy: time => Math.Min(30, 1 + (int)(time / (2 * Step))),
            Runs.Options with
            {
                Live = told.Add,
            }
        );

        Assert.Equal(
            [LivePhase.Starting, LivePhase.Measuring, LivePhase.Draining],
            told.Select(now => now.Phase).Distinct()
        );
        Assert.All(
            told,
            now => Assert.Equal((1, 1, "GET /", "1 user"), (now.Row, now.Rows, now.Name, now.Load))
        );
        LiveProgress[] measured = [.. told.Where(now => now.Phase == LivePhase.Measuring)];
        Assert.All(measured, now => Assert.Equal(TimeSpan.FromSeconds(3), now.Total));
        Assert.Null(measured[0].PerSecond);
        Assert.Equal([0, 1, 2, 3], measured.Select(now => Math.Round(now.Elapsed.TotalSeconds)));
        // Ten a second; what ends in the very moment of a look is in either second.
        Assert.All(measured.Skip(1), now => Assert.InRange(now.PerSecond!.Value, 8, 12));
        Assert.All(
            measured.Skip(1),
            now => Assert.InRange(now.P50!.Value.TotalMilliseconds, 99, 101)
        );
        Assert.All(measured.Skip(1), now => Assert.InRange(now.InFlight, 0, 1));
        Assert.Empty(measured[^1].Errors);
    }

    [Fact]
    public async Task Failures_are_told_by_class_as_they_add_up()
    {
        var clock = new ManualTimeProvider();
        var target = new ClockedTarget(clock, (_, _) => 2 * Step);
        var told = new List<LiveProgress>();
        var numbers = 0;

        await ClockedRun.RunAsync(
            Load.Closed(1, "2s"),
            clock,
            target,
            Step,
            sentBy: time => Math.Min(20, 1 + (int)(time / (2 * Step))),
            Runs.Options with
            {
                Live = told.Add,
            },
            Runs.Get.Check("is one of the first", _ => Interlocked.Increment(ref numbers) <= 6)
        );

        var errors = told.Where(now => now.PerSecond is not null)
            .Select(now => now.Errors.GetValueOrDefault(Outcome.BadBody))
            .ToList();
        // The checked exchange is the first of six that are well.
        Assert.Equal(2, errors.Count);
        Assert.InRange(errors[0], 3, 6);
        Assert.InRange(errors[1], 13, 16);
    }

    [Fact]
    public async Task A_load_alone_is_not_told_of()
    {
        await using var server = new ServerTarget(Runs.OkAsync);
        var told = new List<LiveProgress>();

        await Runs.RowAsync(
            server,
            options: Runs.Options with
            {
                Calibrate = true,
                Live = told.Add,
            }
        );

        // The client alone is a row of its own, with a target of its own.
        Assert.Equal(
            [
                LivePhase.Starting,
                LivePhase.Calibrating,
                LivePhase.Measuring,
                LivePhase.Draining,
                LivePhase.Calibrating,
            ],
            told.Where(now => now.PerSecond is null).Select(now => now.Phase)
        );
    }
}
