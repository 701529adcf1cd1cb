namespace GatewayBench;

/// <summary>Whether the machine was ours while we measured.</summary>
internal static class HostGates
{
    public static string? Steal(Trust trust) =>
        Above(
            trust.StealShare,
            GateLimits.StealShare,
            "steal: the hypervisor gave {0} of the processors' time to others",
            "measure again later, or on a machine of your own"
        );

    public static string? OtherProcesses(Trust trust) =>
        Above(
            trust.OtherProcessesShare,
            GateLimits.OtherProcessesShare,
            "busy machine: other processes used {0} of it",
            "stop them"
        );

    public static string? Throttling(Trust trust) =>
        Above(
            trust.ThrottledShare,
            GateLimits.ThrottledShare,
            "throttled: the container's CPU quota ran out in {0} of its periods",
            "raise the quota, or load less"
        );

    public static string? Memory(Trust trust) =>
        Above(
            trust.MemoryPressure,
            GateLimits.MemoryPressure,
            "memory pressure: everything waited for memory {0} of the time",
            "free some, or use fewer users"
        );

    public static string? Io(Trust trust) =>
        Above(
            trust.IoPressure,
            GateLimits.IoPressure,
            "disk pressure: everything waited for a disk {0} of the time",
            "stop what reads or writes"
        );

    private static string? Above(double? share, double limit, string finding, string advice) =>
        share is { } value && value > limit
            ? finding.Replace("{0}", Units.Percent(value), StringComparison.Ordinal)
                + $", at most {Units.Percent(limit)}; {advice}"
            : null;
}
