using System.Diagnostics;

namespace GatewayBench.LoadBaseline;

/// <summary>Samples what this process holds while a load goes on.</summary>
/// <param name="duration">Of the load.</param>
internal sealed class GrowthWatch(TimeSpan duration)
{
    private const int Samples = 40;
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    /// <summary>From now until the load has ended; the last one is of a load under way.</summary>
    public async Task<IReadOnlyList<GrowthSample>> UntilAsync(Task load)
    {
        var samples = new List<GrowthSample>();
        var started = Stopwatch.GetTimestamp();
        var interval = duration / Samples > Least ? duration / Samples : Least;
        do
        {
            samples.Add(Take(Stopwatch.GetElapsedTime(started)));
        } while (await Task.WhenAny(load, Task.Delay(interval)) != load);
        return samples;
    }

    private static GrowthSample Take(TimeSpan at)
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        // What that collection left, and not what has been allocated since.
        var collected = GC.GetGCMemoryInfo(GCKind.FullBlocking);
        return new GrowthSample(
            at,
            collected.HeapSizeBytes - collected.FragmentedBytes,
            Environment.WorkingSet,
            DescriptorLimit.Read()?.Open
        );
    }
}
