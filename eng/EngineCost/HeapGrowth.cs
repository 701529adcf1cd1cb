using System.Runtime.CompilerServices;

namespace GatewayBench.EngineCost;

/// <summary>What the live heap grows by while one run records more and more hits.</summary>
internal static class HeapGrowth
{
    private const int Users = 32;
    private const double MostBytes = 1e6;

    public static async IAsyncEnumerable<CostFigure> MeasureAsync(
        CostPlan plan,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        int[] counts = [plan.Hits / 10, plan.Hits / 2, plan.Hits];
        var milestones = new Milestones(counts);
        var target = App.Bare.Host(Transport.InMemory);
        await using var _ = (IAsyncDisposable)target;
        await using var load = new EndlessLoad(
            target,
            milestones.Watch(App.Bare.Scenario),
            duration => Load.Closed(Users, duration),
            stop
        );
        var heaps = new List<long>();
        foreach (var count in counts)
        {
            await load.UntilAsync(milestones.ReachedAsync(count));
            heaps.Add(await LiveHeap.ReadAsync());
            yield return CostFigure.Reported(
                $"heap, {Show.Count(count)} hits",
                heaps[^1],
                Show.Megabytes
            );
        }
        await load.EndAsync();
        yield return CostFigure.AtMost(
            "heap, most over least",
            heaps.Max() - heaps.Min(),
            MostBytes,
            Show.Megabytes
        );
    }
}
