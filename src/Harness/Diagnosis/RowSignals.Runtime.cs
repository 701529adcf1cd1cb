namespace GatewayBench;

/// <summary>
/// What the process uses that the gateway is in: as the probes read it, else as a gateway elsewhere
/// tells of it by the meter System.Runtime.
/// </summary>
internal sealed partial class RowSignals
{
    /// <summary>
    /// Of what the probes read of it; null where they could not. Its processors are those that it and
    /// the harness keep busy together.
    /// </summary>
    public Signal? OfResources(string name, Func<ResourceSlice, double?> value) =>
        Aligned(name, _resources, slice => slice.Second, value);

    /// <summary>Of the processors, those that are busy; of a gateway elsewhere, by itself alone.</summary>
    public Signal? CpuShare =>
        OfResources("CPU share", slice => slice.CpuCores / facts.Cores)
        ?? Unitless(
            Both(
                Sum(new SeriesPattern("dotnet.process.cpu.time", "rate")),
                Max(new SeriesPattern("dotnet.process.cpu.count")),
                (busy, all) => all > 0 ? busy / all : null
            )
        );

    /// <summary>Of the time, that in which the garbage collector held the process up.</summary>
    public Signal? PauseShare =>
        OfResources("GC pause share", slice => slice.GcPauseMilliseconds / 1_000 / slice.Seconds)
        ?? Unitless(Sum(new SeriesPattern("dotnet.gc.pause.time", "rate")));

    /// <summary>Waits for locks per second.</summary>
    public Signal? LockContentions =>
        OfResources("lock contentions", slice => slice.LockContentions / slice.Seconds)
        ?? Unitless(Sum(new SeriesPattern("dotnet.monitor.lock_contentions", "rate")));

    /// <summary>Work that waits for a thread of the pool.</summary>
    public Signal? ThreadPoolQueue =>
        OfResources("thread-pool queue", slice => slice.QueueLength)
        ?? Unitless(Sum(new SeriesPattern("dotnet.thread_pool.queue.length")));

    private static Signal? Unitless(Signal? signal) =>
        signal is null ? null : signal with { Unit = "" };

    /// <summary>A processor that the harness keeps busy is none that a gateway beside it could have.</summary>
    private static ResourceSlice BesideUs(ResourceSlice slice, IReadOnlyList<ResourceSlice> ours) =>
        slice with
        {
            CpuCores =
                slice.CpuCores
                + (
                    ours.FirstOrDefault(one =>
                        Math.Abs(one.Second - slice.Second) <= slice.Seconds / 2
                    )?.CpuCores
                    ?? 0
                ),
        };
}
