namespace GatewayBench;

/// <summary>
/// What the rows say beside each other: costs relative to the scenario that each is compared to,
/// by default the first, which is the cheapest in a baseline, and the price of more users. Invalid rows say nothing.
/// </summary>
internal static class Findings
{
    public static IEnumerable<string> Of(IReadOnlyList<RowResult> rows)
    {
        var usable = rows.Where(row => row.Successes > 0 && row.Invalid.Count == 0).ToList();
        return rows.Count == 0 ? [] : [.. RelativeCosts(rows[0].Name, usable), .. Growth(usable)];
    }

    /// <summary>Each row beside its base at the same number of users, where there is one.</summary>
    private static IEnumerable<string> RelativeCosts(string first, List<RowResult> rows) =>
        from row in rows
        let baseName = rows.Any(one => one.Name == row.ComparedTo) ? row.ComparedTo : first
        where row.Name != baseName
        join reference in rows
            on (baseName, row.Load, row.Transport) equals (
                reference.Name,
                reference.Load,
                reference.Transport
            )
        where reference.CpuMicrosecondsPerRequest > 0 && reference.SuccessesPerSecond > 0
        let cpu = row.CpuMicrosecondsPerRequest / reference.CpuMicrosecondsPerRequest
        where cpu is not null
        // A row that is out to provoke errors has no rate worth comparing.
        let rate = row.Expected.Count > 0
            ? ""
            : $", at {Units.Ratio(row.SuccessesPerSecond / reference.SuccessesPerSecond)} its rate"
        select $"{row.Title()} costs {Units.Ratio(cpu.Value)} the CPU of {baseName}{rate}";

    private static IEnumerable<string> Growth(List<RowResult> rows) =>
        from same in rows.Where(row => row.Users is not null)
            .GroupBy(row => (row.Name, row.Transport, Manner: row.Manner()))
        let few = same.MinBy(row => row.Users)
        let many = same.MaxBy(row => row.Users)
        where few.Users < many.Users && few.SuccessesPerSecond > 0
        let rate = Units.Change(many.SuccessesPerSecond / few.SuccessesPerSecond)
        let p99 = many.LatencyAt(99) / few.LatencyAt(99)
        select $"{same.Key.Name}: from {few.Users} to {many.Users} users{same.Key.Manner} OK/s {rate}"
            + (p99 is { } ratio ? $", p99 {Units.Ratio(ratio)}" : "");

    /// <summary>What a closed load's label says behind its users: how they start and think, or nothing.</summary>
    public static string Manner(this RowResult row) =>
        row.Users is { } users
            ? row.Load.Replace(ClosedLoad.UsersText(users), "", StringComparison.Ordinal)
            : row.Load;

    public static string Title(this RowResult row) => $"{row.Name}, {row.Load}";
}
