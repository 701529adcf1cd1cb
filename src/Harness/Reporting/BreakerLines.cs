namespace GatewayBench;

/// <summary>What circuit breakers did, a line each.</summary>
internal static class BreakerLines
{
    public static IEnumerable<string> Of(IReadOnlyList<RowResult> rows) =>
        from row in rows
        from breaker in row.Breakers
        let name = breaker.Name.Length == 0 ? "" : $"{breaker.Name}: "
        let seen = breaker.IsCounted ? "" : " (by its state once a second)"
        select $"{row.Title()}: {name}{string.Join(", ", States(breaker))}{seen}";

    private static IEnumerable<string> States(BreakerStory breaker) =>
        [
            Text(breaker, BreakerStory.Open, breaker.Opened, "opened"),
            Text(breaker, BreakerStory.HalfOpen, breaker.HalfOpened, "half open"),
            Text(breaker, BreakerStory.Closed, breaker.ClosedAgain, "closed"),
        ];

    private static string Text(BreakerStory breaker, string to, int times, string words)
    {
        var seconds = breaker.Changes.Where(change => change.To == to).ToList();
        return times switch
        {
            0 => $"never {words}",
            1 => $"{words} at {Units.Moment(seconds[0].Second)}",
            _ =>
                $"{words} {Units.Count(times)} times from {Units.Moment(seconds[0].Second)} to {Units.Moment(seconds[^1].Second)}",
        };
    }
}
