namespace GatewayBench;

/// <summary>What the machine did beside the load between two snapshots; shares from 0 to 1, null where unknown.</summary>
/// <param name="Steal">Of the processors' time, given away by the hypervisor.</param>
/// <param name="OtherProcesses">
/// Of the machine's CPU time, used by processes other than ours. The kernel counts in hundredths of
/// a second per processor: good to about 1 % over a second. Interrupts are in nobody's share, so it
/// is rather too low than too high.
/// </param>
/// <param name="MemoryPressure">Of the time, in which everything waited for memory.</param>
/// <param name="IoPressure">Of the time, in which everything waited for a disk.</param>
/// <param name="Throttled">Of the periods of our CPU quota, in which it ran out; 0 without a quota.</param>
internal sealed record HostActivity(
    double? Steal,
    double? OtherProcesses,
    double? MemoryPressure,
    double? IoPressure,
    double? Throttled
)
{
    public static HostActivity Between(HostSnapshot before, HostSnapshot after)
    {
        var elapsed = after.At - before.At;
        var processors = after.Processors - before.Processors;
        var own = (after.OwnCpu - before.OwnCpu).TotalSeconds * CpuTimes.TicksPerSecond;
        var quota = after.Quota - before.Quota;
        return new HostActivity(
            Share(processors?.Stolen, processors?.Total),
            Share(processors?.Processes - own, processors?.Total),
            Share((after.MemoryStalled - before.MemoryStalled)?.Ticks, elapsed.Ticks),
            Share((after.IoStalled - before.IoStalled)?.Ticks, elapsed.Ticks),
            quota is { Periods: 0 } ? 0 : Share(quota?.Throttled, quota?.Periods)
        );
    }

    /// <summary>Counters are read one after the other and rounded, so that a share can seem to pass 0 or 1.</summary>
    private static double? Share(double? part, double? whole) =>
        whole > 0 && part is { } value ? Math.Clamp(value / whole.Value, 0, 1) : null;
}
