namespace GatewayBench.Tests.Recording;

public sealed class RecorderSetTests
{
    private static readonly RecorderShape Shape = new(1_000_000_000, 0, [], HasSchedule: false);

    [Fact]
    public void Threads_that_come_one_after_the_other_share_a_recorder_and_lose_no_count()
    {
        using var set = new RecorderSet(Shape);

        for (var i = 0; i < 100; i++)
        {
            RunOnAThread(() => RecordWith(set));
        }

        Assert.Single(set.All);
        Assert.Equal((100, 100), (set.Progress().Ended, set.Sum()[Outcome.Success]));
    }

    [Fact]
    public void Threads_that_record_at_once_have_recorders_of_their_own()
    {
        using var set = new RecorderSet(Shape);
        RecordWith(set);

        RunOnAThread(() =>
        {
            RecordWith(set);
            RunOnAThread(() => RecordWith(set));
        });

        Assert.Equal(3, set.All.Distinct().Count());
        Assert.Equal(3, set.Sum()[Outcome.Success]);
    }

    private static void RunOnAThread(Action work)
    {
        var thread = new Thread(() => work());
        thread.Start();
        thread.Join();
    }

    private static void RecordWith(RecorderSet set)
    {
        var hit = new Hit(0, 0, 1, 2, Outcome.Success, 0);
        set.Mine.Progress(hit);
        set.Mine.Record(hit);
    }
}
