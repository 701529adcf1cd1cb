namespace GatewayBench.ProvingGround;

/// <summary>All of them, the healthy ones last.</summary>
internal static class Faults
{
    public static IReadOnlyList<Fault> All { get; } =
    [
        .. LimitFaults.All,
        .. ModelFaults.All,
        .. ComputeFaults.All,
        .. StateFaults.All,
        .. FaultPair.All,
        .. HealthyFaults.All,
    ];
}
