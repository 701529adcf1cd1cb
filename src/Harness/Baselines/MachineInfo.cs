using System.Runtime;
using System.Runtime.InteropServices;

namespace GatewayBench;

/// <summary>The machine and runtime that absolute figures belong to.</summary>
/// <param name="Processor">The processor's model, or null where it can't be read.</param>
/// <param name="Cores">Processors that the process may use.</param>
/// <param name="MemoryGiB">Memory that the process may use, in GiB.</param>
/// <param name="OperatingSystem">Its name and version.</param>
/// <param name="Architecture">Of the process, such as <c>x64</c>.</param>
/// <param name="Runtime">Such as <c>.NET 10.0.4</c>.</param>
/// <param name="GarbageCollector"><c>server</c> or <c>workstation</c>.</param>
public sealed record MachineInfo(
    string? Processor,
    int Cores,
    double MemoryGiB,
    string OperatingSystem,
    string Architecture,
    string Runtime,
    string GarbageCollector
)
{
    /// <summary>Reads this machine and process.</summary>
    public static MachineInfo Read() =>
        new(
            ProcessorModel(),
            Environment.ProcessorCount,
            Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1L << 30), 1),
            RuntimeInformation.OSDescription,
            RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant(),
            RuntimeInformation.FrameworkDescription,
            GCSettings.IsServerGC ? "server" : "workstation"
        );

    private static string? ProcessorModel()
    {
        const string LinuxPath = "/proc/cpuinfo";
        var line = File.Exists(LinuxPath)
            ? File.ReadLines(LinuxPath)
                .FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line?.Split(':', 2)[1].Trim()
            ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER");
    }
}
