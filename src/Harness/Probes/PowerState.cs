namespace GatewayBench;

/// <summary>What decides how fast the processors are clocked.</summary>
/// <param name="Governor">Linux's, such as <c>performance</c>; null where it is the host's matter or can't be read.</param>
/// <param name="MaxMegahertz">The highest clock; null likewise.</param>
/// <param name="OnBattery">Whether nothing but a battery feeds the machine; null without one.</param>
internal sealed record PowerState(string? Governor, double? MaxMegahertz, bool? OnBattery)
{
    private const string Frequency = "/sys/devices/system/cpu/cpu0/cpufreq/";
    private const string Supplies = "/sys/class/power_supply";

    public static PowerState Read() =>
        new(
            KernelFile.Read(Frequency + "scaling_governor")?.Trim(),
            Megahertz(KernelFile.Read(Frequency + "cpuinfo_max_freq")),
            Directory.Exists(Supplies)
                ? IsOnBattery(
                    Directory
                        .EnumerateDirectories(Supplies)
                        .Select(supply =>
                            (
                                KernelFile.Read(Path.Combine(supply, "type"))?.Trim(),
                                KernelFile.Read(Path.Combine(supply, "status"))?.Trim()
                            )
                        )
                )
                : null
        );

    /// <summary>Of a file in kHz.</summary>
    public static double? Megahertz(string? text) =>
        KernelText.TryParse(text?.Trim(), out var kilohertz) ? kilohertz / 1e3 : null;

    /// <param name="supplies">Type and status of each, as in <c>/sys/class/power_supply</c>.</param>
    /// <returns>Null without a battery.</returns>
    public static bool? IsOnBattery(IEnumerable<(string? Type, string? Status)> supplies)
    {
        var batteries = supplies.Where(supply => supply.Type == "Battery").ToList();
        return batteries.Count == 0
            ? null
            : batteries.Any(battery => battery.Status == "Discharging");
    }
}
