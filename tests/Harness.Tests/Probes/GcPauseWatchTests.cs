using System.Diagnostics;
using GatewayBench.Support;

namespace GatewayBench.Tests.Probes;

public sealed class GcPauseWatchTests
{
    [Fact]
    public async Task A_collection_is_seen_when_it_was()
    {
        using var watch = new GcPauseWatch();

        // Other tests that begin or end to watch may make the runtime lose an event.
        await Eventually.TrueAsync(() =>
        {
            var before = Stopwatch.GetTimestamp();
            GC.Collect();
            var after = Stopwatch.GetTimestamp();
            Thread.Sleep(50);
            return watch.Log.Between(before, after) is { } paused
                && paused > TimeSpan.Zero
                && paused <= Stopwatch.GetElapsedTime(before, after);
        });

        Assert.Equal(TimeSpan.Zero, watch.Log.Between(0, 1));
    }
}
