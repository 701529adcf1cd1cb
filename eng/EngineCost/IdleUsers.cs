using System.Runtime.CompilerServices;

namespace GatewayBench.EngineCost;

/// <summary>What a user holds that sits in its pause after its first exchange.</summary>
internal static class IdleUsers
{
    private const int BeforeUsers = 32;
    private const int StartsPerSecond = 4_000;
    private const double MostBytes = 4_000;

    /// <summary>For what the last user's exchange leaves to be finished.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(500);

    public static async IAsyncEnumerable<CostFigure> MeasureAsync(
        CostPlan plan,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        var target = App.Bare.Host(Transport.InMemory);
        await using var _ = (IAsyncDisposable)target;
        // The app, its code and its connections are there before the users come.
        await LoadRunner.RunAsync(
            target,
            App.Bare.Scenario,
            Load.Closed(BeforeUsers, TimeSpan.FromSeconds(1)),
            plan.Options,
            stop
        );
        var before = await LiveHeap.ReadAsync();
        var resident = Environment.WorkingSet;

        // The runner itself tries the scenario once before the users start.
        var all = plan.Users + 1;
        var milestones = new Milestones(all);
        await using var load = new EndlessLoad(
            target,
            milestones.Watch(App.Bare.Scenario).ThinkTime("30s", "60s"),
            duration => Load.Closed(plan.Users, duration).StartingPerSecond(StartsPerSecond),
            stop
        );
        await load.UntilAsync(milestones.ReachedAsync(all));
        await load.UntilAsync(Task.Delay(Settling, stop));
        var held = await LiveHeap.ReadAsync() - before;
        resident = Environment.WorkingSet - resident;
        await load.EndAsync();

        yield return CostFigure.AtMost(
            $"heap a user, {Show.Count(plan.Users)} idle",
            (double)held / plan.Users,
            MostBytes,
            Show.Bytes
        );
        yield return CostFigure.Reported(
            "resident memory a user",
            (double)resident / plan.Users,
            Show.Bytes
        );
    }
}
