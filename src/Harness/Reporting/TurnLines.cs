namespace GatewayBench;

/// <summary>How requests and their latency grow over the turns of a session.</summary>
internal static class TurnLines
{
    public const string Title = "Turns of a session";

    public static IEnumerable<string> Of(IReadOnlyList<RowResult> rows) =>
        from row in rows
        from one in BreakdownParts.Of(row)
        where one.Breakdown.Turns is not null
        from line in Of(one.Breakdown.Turns!)
        select $"{row.Title()}{(one.Name.Length > 0 ? $", {one.Name}" : "")}: {line}";

    private static IEnumerable<string> Of(SessionGrowth growth)
    {
        foreach (var turns in growth.Turns)
        {
            yield return $"{Name(turns)}: {Units.Count(turns.Successes)} requests, "
                + $"{Tokens(turns.PromptTokens)}, p50 {Units.Time(turns.Latency.TimeAt(50))}"
                + (
                    turns.TimeToFirstToken is { } first
                        ? $", TTFT p50 {Units.Time(first.TimeAt(50))}"
                        : ""
                );
        }
        if (Summary(growth) is { } summary)
        {
            yield return summary;
        }
    }

    public static string Name(TurnResult turns) =>
        turns.Last is not { } last ? $"from turn {Units.Count(turns.First)} on"
        : last == turns.First ? $"turn {Units.Count(last)}"
        : $"turns {Units.Count(turns.First)} to {Units.Count(last)}";

    private static string Tokens(double? tokens) =>
        tokens is { } count
            ? $"{Units.Count(Math.Round(count))} tokens to the provider"
            : "tokens not told";

    /// <returns>Null where nobody counts tokens.</returns>
    public static string? Summary(SessionGrowth growth) =>
        growth.TokensPerTurn is null ? null
        : !growth.Grows && growth.BendsAfterTurn is null
            ? "requests to the provider don't grow with the turns"
        : $"a request to the provider grows by {Units.Count(Math.Round(growth.TokensPerTurn!.Value, 1))} tokens a turn"
            + (
                growth.BendsAfterTurn is { } bend
                    ? $" until turn {Units.Count(Math.Round(bend))}, then by {Units.Count(Math.Round(growth.TokensPerTurnAfter!.Value, 1))}"
                    : ""
            );
}
