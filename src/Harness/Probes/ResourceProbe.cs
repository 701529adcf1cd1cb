namespace GatewayBench;

/// <summary>What this process uses, slice by slice.</summary>
/// <param name="clock">The run's.</param>
/// <param name="read">What it has used so far.</param>
internal class ResourceProbe(TimeProvider clock, Func<ResourceReading> read)
    : SliceProbe<ResourceReading, ResourceSlice>(clock, read)
{
    protected override ResourceSlice Between(
        in ResourceReading before,
        in ResourceReading after,
        double second,
        double seconds
    ) =>
        new(
            second,
            seconds,
            (after.Cpu - before.Cpu).TotalSeconds / seconds,
            after.HeapBytes,
            Allocated(before, after) / seconds,
            (after.GcPause - before.GcPause).TotalMilliseconds,
            after.Gen0Collections - before.Gen0Collections,
            after.Gen1Collections - before.Gen1Collections,
            after.Gen2Collections - before.Gen2Collections,
            after.Threads,
            after.QueueLength,
            after.LockContentions - before.LockContentions,
            after.InFlight
        );

    /// <summary>
    /// Unknown where the heap was collected but the counter stood still: where the garbage collector
    /// goes on with fewer heaps it forgets what was allocated on the others, and never tells less
    /// than before (https://github.com/dotnet/runtime/pull/131069).
    /// </summary>
    private static double? Allocated(in ResourceReading before, in ResourceReading after) =>
        after.AllocatedBytes == before.AllocatedBytes
        && after.Gen0Collections > before.Gen0Collections
            ? null
            : after.AllocatedBytes - before.AllocatedBytes;
}
