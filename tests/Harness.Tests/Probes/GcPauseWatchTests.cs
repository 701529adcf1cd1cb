using System.Diagnostics;
using GatewayBench.Support;

namespace GatewayBench.Tests.Probes;

/// <summary>Alone, because whoever else begins or ends to listen makes the runtime lose events.</summary>
[CollectionDefinition(nameof(GcPauseWatchTests), DisableParallelization = true)]
[Collection(nameof(GcPauseWatchTests))]
public sealed class GcPauseWatchTests
{
    [Fact]
    public async Task A_collection_is_seen_when_it_was()
    {
        var watch = GcPauseWatch.Shared;
        var before = Stopwatch.GetTimestamp();
        GC.Collect();
        var after = Stopwatch.GetTimestamp();

        await Eventually.TrueAsync(() => watch.Log.Between(before, after) > TimeSpan.Zero);

        Assert.True(watch.Log.Between(before, after) <= Stopwatch.GetElapsedTime(before, after));
        Assert.Equal(TimeSpan.Zero, watch.Log.Between(0, 1));
        Assert.Same(watch, GcPauseWatch.Shared);
    }
}
