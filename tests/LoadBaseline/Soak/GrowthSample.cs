namespace GatewayBench.LoadBaseline;

/// <summary>What a process holds at one moment.</summary>
/// <param name="At">Since the watch began.</param>
/// <param name="HeapBytes">Live objects: what a full, forced collection left.</param>
/// <param name="ResidentBytes">Memory that the process takes from the machine.</param>
/// <param name="Descriptors">Open files and sockets; null where the system doesn't tell.</param>
internal readonly record struct GrowthSample(
    TimeSpan At,
    double HeapBytes,
    double ResidentBytes,
    double? Descriptors
);
