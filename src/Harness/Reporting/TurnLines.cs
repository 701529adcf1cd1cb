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
        if (Summary(growth) is { } summary)
        {
            yield return summary;
        }
        yield return $"turn {Each(Short)}: "
            + (
                growth.TokensPerTurn is null
                    ? ""
                    : $"tokens to the provider {Each(turns => Tokens(turns.PromptTokens))}; "
            )
            + $"p50 {Each(turns => Units.Time(turns.Latency.TimeAt(50)))}"
            + (
                growth.Turns.All(turns => turns.TimeToFirstToken is null)
                    ? ""
                    : $"; TTFT p50 {Each(turns => Units.Time(turns.TimeToFirstToken?.TimeAt(50)))}"
            );

        string Each(Func<TurnResult, string> text) => string.Join(" / ", growth.Turns.Select(text));
    }

    private static string Short(TurnResult turns) =>
        turns.Last is not { } last ? $"{Units.Count(turns.First)} and more"
        : last == turns.First ? Units.Count(last)
        : $"{Units.Count(turns.First)} to {Units.Count(last)}";

    public static string Name(TurnResult turns) =>
        turns.Last is not { } last ? $"from turn {Units.Count(turns.First)} on"
        : last == turns.First ? $"turn {Units.Count(last)}"
        : $"turns {Units.Count(turns.First)} to {Units.Count(last)}";

    private static string Tokens(double? tokens) =>
        tokens is { } count ? Units.Count(Math.Round(count)) : Units.Nothing;

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
