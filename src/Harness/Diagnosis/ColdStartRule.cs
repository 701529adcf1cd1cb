namespace GatewayBench;

/// <summary>The first exchanges take several times as long as those that follow.</summary>
internal static class ColdStartRule
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "cold_start",
            Title = "cold start",
            Read = Ratio,
            Floor = 3,
            Cause =
                "code is compiled, connections are opened and caches are empty while the first requests wait",
            NextStep = "warm up before traffic is let in, or publish with ReadyToRun",
            Felt = static symptom =>
                $"p50 was {Units.Count(symptom.Onset.Value)}x that of later at first",
        };

    /// <summary>Slices that can be of the start, at most.</summary>
    private const int Start = 10;

    private static Signal? Ratio(RowSignals signals)
    {
        var slices = signals.Row.Timeline;
        // After a warm-up it is over, and in a short row there is nothing to compare it with.
        if (signals.Row.Settled is not null || slices.Count < 2 * Start)
        {
            return null;
        }
        var later = Median.OfKnown(slices.Skip(Start).Select(slice => slice.P50));
        return later is not > 0
            ? null
            : new("latency p50", [.. slices.Take(Start).Select(slice => slice.P50 / later)]);
    }
}
