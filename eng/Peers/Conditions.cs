using System.Globalization;

namespace GatewayBench.Peers;

/// <summary>What measured figures belong to.</summary>
internal static class Conditions
{
    /// <summary>Of this build, shortened.</summary>
    public static string Commit =>
        GatewayInfo.CommitOf(typeof(Conditions).Assembly)?[..7] ?? "unknown";

    /// <summary>The day, the commit, the machine and the runtime.</summary>
    public static string Describe()
    {
        var machine = MachineInfo.Read();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{DateTime.UtcNow:yyyy-MM-dd}, commit `{Commit}`, {machine.Cores} cores of {machine.Processor}, "
                + $"{machine.OperatingSystem}, {machine.Runtime}, {machine.GarbageCollector} GC"
        );
    }
}
