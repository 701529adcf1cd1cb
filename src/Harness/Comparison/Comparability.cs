namespace GatewayBench;

/// <summary>What keeps two results, or two rows of them, from being compared.</summary>
internal static class Comparability
{
    /// <summary>Settings that a row's figures depend on, and that its load does not tell.</summary>
    private static readonly string[] Settings =
    [
        Variables.Prompts,
        "exchange time-out",
        "drain cap",
    ];

    /// <summary>Why no figure of one may stand beside one of the other; empty if they may.</summary>
    public static IEnumerable<string> RefusalsOf(LoadResult a, LoadResult b)
    {
        var (one, other) = (a.Machine, b.Machine);
        return Differences(
                ("processor", one.Processor, other.Processor),
                ("cores", $"{one.Cores}", $"{other.Cores}"),
                ("architecture", one.Architecture, other.Architecture),
                ("garbage collector", one.GarbageCollector, other.GarbageCollector)
            )
            .Select(difference =>
                $"{difference}; absolute figures belong to one machine and its settings"
            )
            .Concat(
                Differences([
                    ("hosting", Hosting(a), Hosting(b)),
                    .. Settings.Select(name => (name, Value(a, name), Value(b, name))),
                ])
            );
    }

    /// <summary>Why two rows of one name may not stand beside each other; empty if they may.</summary>
    public static IEnumerable<string> RefusalsOf(RowResult a, RowResult b) =>
        [
            .. Differences(
                ("transport", a.Transport, b.Transport),
                ("load", a.Load, b.Load),
                ("users", $"{a.Users}", $"{b.Users}"),
                ("warm-up", WarmUp(a), WarmUp(b))
            ),
            .. Invalid(a, "A"),
            .. Invalid(b, "B"),
        ];

    /// <summary>What differs and may be the very thing that is looked at, or not.</summary>
    public static IEnumerable<string> Changes(LoadResult a, LoadResult b) =>
        [
            .. Differences(
                ("commit", Commits(a), Commits(b)),
                ("gateway's settings", GatewaySettings(a), GatewaySettings(b)),
                ("seed", $"{a.Seed}", $"{b.Seed}"),
                ("runtime", a.Machine.Runtime, b.Machine.Runtime),
                ("operating system", a.Machine.OperatingSystem, b.Machine.OperatingSystem),
                (
                    "memory",
                    $"{Units.Count(a.Machine.MemoryGiB)} GiB",
                    $"{Units.Count(b.Machine.MemoryGiB)} GiB"
                )
            ),
            .. a.Partial ? ["A was ended before its time"] : Array.Empty<string>(),
            .. b.Partial ? ["B was ended before its time"] : Array.Empty<string>(),
        ];

    private static IEnumerable<string> Differences(
        params (string Name, string? A, string? B)[] pairs
    ) =>
        from pair in pairs
        where pair.A != pair.B
        select $"{pair.Name}: {Shown(pair.A)} in A, {Shown(pair.B)} in B";

    private static string Shown(string? value) => value is null or "" ? "none" : value;

    private static IEnumerable<string> Invalid(RowResult row, string side) =>
        row.Invalid.Select(reason => $"INVALID in {side}: {reason}");

    private static string WarmUp(RowResult row) =>
        row.Settled is null ? "none" : "until it settled";

    private static string Hosting(LoadResult result) =>
        string.Join(", ", result.Targets.Select(target => target.Hosting).Distinct());

    private static string Commits(LoadResult result) =>
        string.Join(
            ", ",
            result.Targets.Select(target => target.Commit).OfType<string>().Distinct()
        );

    private static string GatewaySettings(LoadResult result) =>
        string.Join(", ", result.Targets.SelectMany(target => target.Settings).Distinct());

    private static string? Value(LoadResult result, string setting) =>
        result.Settings.FirstOrDefault(one => one.Name == setting)?.Value;
}
