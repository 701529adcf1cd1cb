namespace GatewayBench;

/// <summary>Something about a machine or runtime, or about how a row was loaded, that is not as it was.</summary>
/// <param name="Name">What.</param>
/// <param name="Before">Null if it was not known.</param>
/// <param name="After">Null if it is not known.</param>
internal sealed record FactChange(string Name, string? Before, string? After)
{
    private const string NotKnown = "(not known)";

    public static IReadOnlyList<FactChange> Between(
        IEnumerable<KeyValuePair<string, string>> before,
        IEnumerable<KeyValuePair<string, string>> after
    )
    {
        var (old, current) = (before.ToDictionary(), after.ToDictionary());
        return
        [
            .. old
                .Keys.Union(current.Keys)
                .Select(name => new FactChange(
                    name,
                    old.GetValueOrDefault(name),
                    current.GetValueOrDefault(name)
                ))
                .Where(change => change.Before != change.After),
        ];
    }

    /// <summary>Everything that is known of two machines, patches and all; not how fast they were.</summary>
    public static IReadOnlyList<FactChange> Between(MachineInfo before, MachineInfo after) =>
        Between(Known(before), Known(after));

    public override string ToString() => $"{Name}: {Before ?? NotKnown} -> {After ?? NotKnown}";

    private static IEnumerable<KeyValuePair<string, string>> Known(MachineInfo machine) =>
        [
            KeyValuePair.Create("processor", machine.Processor ?? Fingerprint.Unknown),
            KeyValuePair.Create("cores", Units.Count(machine.Cores)),
            KeyValuePair.Create("memory", $"{Units.Count(machine.MemoryGiB)} GiB"),
            KeyValuePair.Create("system", machine.OperatingSystem),
            KeyValuePair.Create("architecture", machine.Architecture),
            KeyValuePair.Create("runtime", machine.Runtime),
            KeyValuePair.Create("garbage collector", machine.GarbageCollector),
            .. machine.Facts,
        ];
}
