namespace GatewayBench.EngineCost;

/// <summary>What the managed heap holds, without garbage.</summary>
internal static class LiveHeap
{
    /// <summary>
    /// Bytes that survive a forced, blocking, compacting collection, gaps between them not counted.
    /// What a load that goes on allocates right afterwards is not in it.
    /// </summary>
    public static Task<long> ReadAsync() =>
        // On a thread of its own: the pool would replace a blocked one, and with it comes a recorder.
        Task.Factory.StartNew(
            Read,
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );

    private static long Read()
    {
        Collect();
        // What waits for a finalizer survives the first time.
        GC.WaitForPendingFinalizers();
        Collect();
        var heap = GC.GetGCMemoryInfo(GCKind.FullBlocking);
        return heap.HeapSizeBytes - heap.FragmentedBytes;
    }

    private static void Collect() =>
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
}
