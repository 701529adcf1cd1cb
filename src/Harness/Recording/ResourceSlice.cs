namespace GatewayBench;

/// <summary>
/// What a process used in one slice of a row's measured time, usually a second: the harness's whole
/// one, which is load client, fake provider, and the gateway where that is hosted in process; or the
/// gateway's own.
/// </summary>
/// <param name="Second">Its end, in seconds from the start of the measured time.</param>
/// <param name="Seconds">Its length.</param>
/// <param name="CpuCores">CPU time over time: 1 is one core all the time.</param>
/// <param name="HeapBytes">Bytes in use on the managed heap at its end, garbage included.</param>
/// <param name="AllocatedBytesPerSecond">Bytes allocated on the managed heap; null where the runtime lost count.</param>
/// <param name="GcPauseMilliseconds">Time in which the garbage collector held all threads up.</param>
/// <param name="Gen0Collections">Garbage collections, those of older generations included.</param>
/// <param name="Gen1Collections">Those of generation 1 and 2.</param>
/// <param name="Gen2Collections">Those of generation 2.</param>
/// <param name="Threads">Threads of the thread pool at its end.</param>
/// <param name="QueueLength">Work items that waited for one of them at its end.</param>
/// <param name="LockContentions">How often a thread had to wait for a lock.</param>
/// <param name="InFlight">Exchanges of the load client under way at its end.</param>
public sealed record ResourceSlice(
    double Second,
    double Seconds,
    double CpuCores,
    long HeapBytes,
    double? AllocatedBytesPerSecond,
    double GcPauseMilliseconds,
    int Gen0Collections,
    int Gen1Collections,
    int Gen2Collections,
    int Threads,
    long QueueLength,
    long LockContentions,
    int InFlight
);
