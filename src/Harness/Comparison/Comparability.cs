namespace GatewayBench;

/// <summary>
/// What keeps two results, or two rows of them, from being compared: the rules of baselines, but for
/// what may be the very change that is looked at.
/// </summary>
internal static class Comparability
{
    /// <summary>Why no figure of one may stand beside one of the other; empty if they may.</summary>
    public static IEnumerable<string> RefusalsOf(LoadResult a, LoadResult b) =>
        Fingerprint
            .Of(b.Machine)
            .ChangesSince(Fingerprint.Of(a.Machine))
            .Select(change =>
                $"{Shown(change)}; absolute figures belong to one machine and its settings"
            );

    /// <summary>Why two rows of one name may not stand beside each other; empty if they may.</summary>
    public static IEnumerable<string> RefusalsOf(
        (LoadResult Result, RowResult Row) a,
        (LoadResult Result, RowResult Row) b
    ) =>
        [
            .. Differences(
                ("load", a.Row.Load, b.Row.Load),
                ("users", $"{a.Row.Users}", $"{b.Row.Users}"),
                ("warm-up", WarmUp(a.Row), WarmUp(b.Row))
            ),
            .. Conditions(a, b),
            .. Invalid(a.Row, "A"),
            .. Invalid(b.Row, "B"),
        ];

    /// <summary>What differs and may be the very thing that is looked at, or not.</summary>
    public static IEnumerable<string> Changes(LoadResult a, LoadResult b) =>
        [
            .. Differences(
                ("commit", Commits(a), Commits(b)),
                ("target", Targets(a), Targets(b)),
                ("gateway's settings", GatewaySettings(a), GatewaySettings(b)),
                ("seed", $"{a.Seed}", $"{b.Seed}")
            ),
            .. FactChange.Between(a.Machine, b.Machine).Select(Shown),
            .. a.Partial ? ["A was ended before its time"] : Array.Empty<string>(),
            .. b.Partial ? ["B was ended before its time"] : Array.Empty<string>(),
        ];

    private static IEnumerable<string> Conditions(
        (LoadResult Result, RowResult Row) a,
        (LoadResult Result, RowResult Row) b
    )
    {
        try
        {
            return RowConditions
                .Changes(RowConditions.Of(a.Row, a.Result), RowConditions.Of(b.Row, b.Result))
                .Where(change => !RowConditions.MayBeLookedAt(change.Name))
                .Select(Shown);
        }
        catch (InvalidDataException e)
        {
            return [e.Message];
        }
    }

    private static IEnumerable<string> Differences(
        params (string Name, string? A, string? B)[] pairs
    ) =>
        from pair in pairs
        where pair.A != pair.B
        select Shown(new FactChange(pair.Name, pair.A, pair.B));

    private static string Shown(FactChange change) =>
        $"{change.Name}: {Shown(change.Before)} in A, {Shown(change.After)} in B";

    private static string Shown(string? value) => value is null or "" ? "none" : value;

    private static IEnumerable<string> Invalid(RowResult row, string side) =>
        row.Invalid.Select(reason => $"INVALID in {side}: {reason}");

    private static string WarmUp(RowResult row) =>
        row.Settled is null ? "none" : "until it settled";

    private static string Commits(LoadResult result) =>
        Joined(result.Targets.Select(target => target.Commit).OfType<string>());

    private static string Targets(LoadResult result) =>
        Joined(result.Targets.Select(target => target.Name));

    private static string GatewaySettings(LoadResult result) =>
        Joined(result.Targets.SelectMany(target => target.Settings));

    private static string Joined(IEnumerable<string> values) =>
        string.Join(", ", values.Distinct());
}
