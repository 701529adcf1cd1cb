using System.Globalization;

namespace GatewayBench.Peers;

/// <summary>What measured figures belong to.</summary>
internal static class Conditions
{
    /// <summary>The day, the commit, the machine and the runtime.</summary>
    public static string Describe()
    {
        var machine = MachineInfo.Read();
        var commit = GatewayInfo.CommitOf(typeof(Conditions).Assembly) ?? "unknown";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{DateTime.UtcNow:yyyy-MM-dd}, commit `{commit[..7]}`, {machine.Cores} cores of {machine.Processor}, "
                + $"{machine.OperatingSystem}, {machine.Runtime}, {machine.GarbageCollector} GC"
        );
    }
}
