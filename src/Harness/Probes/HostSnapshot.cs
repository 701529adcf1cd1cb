namespace GatewayBench;

/// <summary>The machine's counters at one instant; null what this system does not have.</summary>
/// <param name="At">Since some fixed time.</param>
/// <param name="OwnCpu">Of this process and others that are ours.</param>
/// <param name="Processors">What all processors have done.</param>
/// <param name="MemoryStalled">For how long everything waited for memory.</param>
/// <param name="IoStalled">For how long everything waited for a disk.</param>
/// <param name="Quota">How often our CPU quota ran out.</param>
internal sealed record HostSnapshot(
    TimeSpan At,
    TimeSpan OwnCpu,
    CpuTimes? Processors,
    TimeSpan? MemoryStalled,
    TimeSpan? IoStalled,
    Throttling? Quota
)
{
    /// <param name="clock">The run's.</param>
    /// <param name="ownCpu">Of this process, and of those that are ours too.</param>
    public static HostSnapshot Read(TimeProvider clock, TimeSpan ownCpu) =>
        new(
            clock.GetElapsedTime(0),
            ownCpu,
            CpuTimes.Parse(KernelFile.Read("/proc/stat")),
            Pressure.ParseFull(KernelFile.Read("/proc/pressure/memory")),
            Pressure.ParseFull(KernelFile.Read("/proc/pressure/io")),
            Throttling
                .Files(KernelFile.Read("/proc/self/cgroup"))
                .Select(file => Throttling.Parse(KernelFile.Read(file)))
                .FirstOrDefault(throttling => throttling is not null)
        );
}
