namespace GatewayBench;

/// <summary>What the whole process has used so far.</summary>
internal readonly record struct ProcessUsage(TimeSpan Cpu, long AllocatedBytes)
{
    public static ProcessUsage Read() =>
        new(Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(precise: false));

    public static ProcessUsage operator -(ProcessUsage later, ProcessUsage earlier) =>
        new(later.Cpu - earlier.Cpu, later.AllocatedBytes - earlier.AllocatedBytes);
}
