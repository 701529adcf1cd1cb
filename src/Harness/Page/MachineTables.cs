using System.Globalization;

namespace GatewayBench;

/// <summary>What the figures belong to: the machine, the targets, and each setting with its origin.</summary>
internal static class MachineTables
{
    public static Markup Of(LoadResult result) =>
        Markup.Of($"{Machine(result.Machine).Html}{Targets(result).Html}{Settings(result).Html}");

    private static DataTable Machine(MachineInfo machine) =>
        new(
            "Machine and runtime",
            ["What", "Value"],
            [
                Line("Processor", machine.Processor ?? "not recorded"),
                Line("Cores", Units.Count(machine.Cores)),
                Line(
                    "Memory",
                    string.Create(CultureInfo.InvariantCulture, $"{machine.MemoryGiB} GiB")
                ),
                Line("Operating system", machine.OperatingSystem),
                Line("Architecture", machine.Architecture),
                Line("Runtime", machine.Runtime),
                Line("Garbage collector", machine.GarbageCollector),
            ]
        );

    private static DataTable Targets(LoadResult result) =>
        new(
            "Targets",
            ["Target", "Transport", "Hosting", "Provider over", "Commit", "Settings and notes"],
            [
                .. result.Targets.Select(target =>
                    (Markup[])
                        [
                            ForeignText.Name(target.Name),
                            .. DataTable.Texts(
                                target.Transport,
                                target.Hosting,
                                target.ProviderTransport ?? Units.Nothing,
                                target.Commit ?? "not recorded"
                            ),
                            PageSections.Lines([
                                .. target.Settings,
                                .. Provider(target),
                                .. target.Notes,
                            ]),
                        ]
                ),
            ]
        );

    private static IEnumerable<string> Provider(TargetInfo target) =>
        target.ProviderOptions switch
        {
            null => [],
            [] => ["provider: all by default"],
            var options => options.Select(option => $"provider: {option}"),
        };

    private static DataTable Settings(LoadResult result) =>
        new(
            "Settings in force, and who decided them",
            ["Setting", "Value", "Origin"],
            [
                .. result.Settings.Select(setting =>
                    Line(setting.Name, setting.Value, setting.Origin)
                ),
            ]
        );

    private static Markup[] Line(string name, params string[] cells) =>
        [ForeignText.Name(name), .. cells.Select(cell => Markup.Of($"<bdi>{cell}</bdi>"))];
}
