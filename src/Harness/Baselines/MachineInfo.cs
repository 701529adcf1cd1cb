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
    /// <summary>
    /// What else could be read, by name: the kernel, the processor's topology, limits of a container,
    /// runtime settings that were set, and so on. Empty in results of older versions.
    /// </summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } =
        new Dictionary<string, string>();

    /// <summary>
    /// How fast the machine was just before the first row: steps per microsecond of a fixed
    /// calculation on one processor. Null in runs that were not calibrated.
    /// </summary>
    public double? LoopScore { get; init; }

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
        )
        {
            Facts = MachineFacts.Read(),
        };

    private static string? ProcessorModel() =>
        ProcessorInfo.Parse(KernelFile.Read("/proc/cpuinfo")).Model
        ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER");
}
