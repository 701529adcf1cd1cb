namespace GatewayBench;

/// <summary>How long the replies of streams were, and who counted.</summary>
internal static class TokenLines
{
    public static IEnumerable<string> Of(IReadOnlyList<RowResult> rows) =>
        from row in rows
        let streams = row.Streams
        where streams?.Turns > 0
        select $"{row.Title()}: {Units.Count(streams.TokensPerTurn!.Value)} tokens a turn, {Source(streams)}; "
            + $"{Units.Count((double)streams.Pieces / streams.Turns)} texts a turn";

    private static string Source(StreamResult streams) =>
        streams.TurnsWithUsage == streams.Turns ? "from usage"
        : streams.TurnsWithUsage == 0 ? "counted, as no stream told its usage"
        : $"from usage in {Units.Count(streams.TurnsWithUsage)} of {Units.Count(streams.Turns)} turns, else counted";
}
