using System.Globalization;
using Microsoft.AspNetCore.Builder;

namespace GatewayBench;

/// <summary>What else can be told of machine and runtime, by name. What can't be read is absent.</summary>
internal static class MachineFacts
{
    public const string ThreadsPerCore = "threads per core";
    public const string VirtualMachine = "virtual machine";
    public const string CpuQuota = "CPU quota";
    public const string RuntimeSettings = "runtime settings";
    private const string Kernel = "kernel";
    private const string Stepping = "stepping";
    private const string Governor = "governor";
    private const string MaxClock = "highest clock";
    private const string ClockSource = "clock source";
    private const string Container = "container";
    private const string AspNetCore = "ASP.NET Core";
    private const string MinThreads = "least pool threads";

    /// <summary>The clock that the kernel reads, such as <c>tsc</c>; null where it doesn't say.</summary>
    public static string? ReadClockSource() =>
        KernelFile.Read("/sys/devices/system/clocksource/clocksource0/current_clocksource")?.Trim();

    /// <summary>The processors' worth of time that this process may use; null without a limit.</summary>
    public static double? ReadQuota()
    {
        var groups = KernelFile.Read("/proc/self/cgroup");
        return ControlGroup
            .Files(groups, "cpu.max")
            .Select(KernelFile.Read)
            // Version 1 has a file for each of the two.
            .Concat(
                ControlGroup
                    .Files(groups, "cpu.cfs_quota_us")
                    .Zip(ControlGroup.Files(groups, "cpu.cfs_period_us"))
                    .Select(files =>
                        $"{KernelFile.Read(files.First)} {KernelFile.Read(files.Second)}"
                    )
            )
            .Select(ControlGroup.Quota)
            .FirstOrDefault(quota => quota is not null);
    }

    /// <summary>Reads this machine and process.</summary>
    public static SortedDictionary<string, string> Read()
    {
        var processor = ProcessorInfo.Parse(KernelFile.Read("/proc/cpuinfo"));
        var power = PowerState.Read();
        ThreadPool.GetMinThreads(out var workers, out var completions);
        (string Name, string? Value)[] facts =
        [
            (ThreadsPerCore, Text(processor.ThreadsPerCore)),
            (VirtualMachine, YesOrNo(processor.IsVirtual)),
            (CpuQuota, OperatingSystem.IsLinux() ? Text(ReadQuota()) ?? "none" : null),
            (RuntimeSettings, Joined(RuntimeKnobs.Read())),
            (Kernel, KernelFile.Read("/proc/sys/kernel/osrelease")?.Trim()),
            (Stepping, processor.Stepping),
            (Governor, power.Governor),
            (MaxClock, power.MaxMegahertz is { } clock ? $"{Text(clock)} MHz" : null),
            (ClockSource, ReadClockSource()),
            (Container, YesOrNo(IsContainer())),
            (AspNetCore, GatewayInfo.VersionOf(typeof(WebApplication).Assembly)),
            (MinThreads, string.Create(CultureInfo.InvariantCulture, $"{workers}, {completions}")),
        ];
        return new SortedDictionary<string, string>(
            facts
                .Where(fact => fact.Value is not null)
                .ToDictionary(fact => fact.Name, fact => fact.Value!),
            StringComparer.Ordinal
        );
    }

    private static string Joined(IReadOnlyList<string> knobs) =>
        knobs.Count == 0 ? RuntimeKnobs.None : string.Join(", ", knobs);

    private static bool? IsContainer() =>
        OperatingSystem.IsLinux()
            ? File.Exists("/.dockerenv")
                || File.Exists("/run/.containerenv")
                || Environment.GetEnvironmentVariable("DOTNET_RUNNING_IN_CONTAINER") is not null
            : null;

    private static string? Text(IFormattable? value) =>
        value?.ToString(null, CultureInfo.InvariantCulture);

    private static string? YesOrNo(bool? value) =>
        value switch
        {
            true => "yes",
            false => "no",
            null => null,
        };
}
