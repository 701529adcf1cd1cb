using System.Runtime;

namespace GatewayBench;

/// <summary>What one or more processes have used.</summary>
/// <param name="Cpu">CPU time, all cores together.</param>
/// <param name="AllocatedBytes">Bytes that were allocated on the heap.</param>
/// <param name="CompiledMethods">Methods that the just-in-time compiler has compiled, each time counted.</param>
public readonly record struct ProcessUsage(TimeSpan Cpu, long AllocatedBytes, long CompiledMethods)
{
    /// <summary>Both together.</summary>
    public static ProcessUsage operator +(ProcessUsage one, ProcessUsage other) =>
        new(
            one.Cpu + other.Cpu,
            one.AllocatedBytes + other.AllocatedBytes,
            one.CompiledMethods + other.CompiledMethods
        );

    /// <summary>What was used in between.</summary>
    public static ProcessUsage operator -(ProcessUsage later, ProcessUsage earlier) =>
        new(
            later.Cpu - earlier.Cpu,
            later.AllocatedBytes - earlier.AllocatedBytes,
            later.CompiledMethods - earlier.CompiledMethods
        );

    /// <summary>What this process has used so far.</summary>
    internal static ProcessUsage Read() =>
        new(
            Environment.CpuUsage.TotalTime,
            GC.GetTotalAllocatedBytes(precise: false),
            JitInfo.GetCompiledMethodCount()
        );

    /// <summary>What this process and those of the target have used so far; null when it can't be told.</summary>
    internal static async ValueTask<ProcessUsage?> ReadAsync(ITarget target) =>
        await target.ReadUsageAsync() is { } elsewhere ? Read() + elsewhere : null;
}
