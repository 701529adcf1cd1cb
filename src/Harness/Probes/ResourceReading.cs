namespace GatewayBench;

/// <summary>What this process has used so far, and what it is at now.</summary>
/// <param name="Cpu">CPU time, all cores together.</param>
/// <param name="HeapBytes">In use on the managed heap, garbage included.</param>
/// <param name="AllocatedBytes">On the managed heap.</param>
/// <param name="GcPause">Time in which the garbage collector held all threads up.</param>
/// <param name="Gen0Collections">All.</param>
/// <param name="Gen1Collections">Of generation 1 and 2.</param>
/// <param name="Gen2Collections">Of generation 2.</param>
/// <param name="Threads">Of the thread pool.</param>
/// <param name="QueueLength">Work items that wait for one of them.</param>
/// <param name="LockContentions">How often a thread had to wait for a lock.</param>
/// <param name="InFlight">Exchanges of the load client under way.</param>
internal readonly record struct ResourceReading(
    TimeSpan Cpu,
    long HeapBytes,
    long AllocatedBytes,
    TimeSpan GcPause,
    int Gen0Collections,
    int Gen1Collections,
    int Gen2Collections,
    int Threads,
    long QueueLength,
    long LockContentions,
    int InFlight
)
{
    public static ResourceReading Now(int inFlight) =>
        new(
            Environment.CpuUsage.TotalTime,
            GC.GetTotalMemory(forceFullCollection: false),
            GC.GetTotalAllocatedBytes(precise: false),
            GC.GetTotalPauseDuration(),
            GC.CollectionCount(0),
            GC.CollectionCount(1),
            GC.CollectionCount(2),
            ThreadPool.ThreadCount,
            ThreadPool.PendingWorkItemCount,
            Monitor.LockContentionCount,
            inFlight
        );
}
