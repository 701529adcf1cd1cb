namespace GatewayBench;

/// <summary>Puts together what all threads kept of the slowest exchanges of a row.</summary>
/// <param name="run">Once nobody records any more.</param>
/// <param name="from">When the measured time began.</param>
/// <param name="pauses">Of the garbage collector; null where they don't tell of the target.</param>
internal sealed class SlowHits(RowRun run, long from, GcPauseLog? pauses)
{
    private readonly bool _hasParts = run.Whole.Prelude is not null || run.Whole.Parts.Count > 0;

    /// <returns>The slowest first.</returns>
    public SlowHit[] All()
    {
        var candidates =
            from part in run.Whole.WithParts
            from recorder in part.Recorders.All
            from candidate in recorder.Slowest.All.ToArray()
            orderby candidate.Ticks descending, candidate.Hit.Intended
            select (part, candidate);
        return [.. candidates.Take(run.Slowest).Select(one => Of(one.part, one.candidate))];
    }

    private SlowHit Of(PartRun part, in SlowCandidate candidate)
    {
        var hit = candidate.Hit;
        var service = Time(hit.Sent, hit.Ended);
        // A request that is still with the provider when the exchange has ended is there longer.
        var provider = candidate.Provider > service ? service : candidate.Provider;
        return new SlowHit(
            Time(from, hit.Intended).TotalSeconds,
            _hasParts ? part.Scenario.Name : null,
            Time(hit.Intended, hit.Ended).TotalMicroseconds,
            Time(hit.Intended, hit.Sent).TotalMicroseconds,
            provider?.TotalMicroseconds,
            (service - provider)?.TotalMicroseconds,
            pauses?.Between(hit.Intended, hit.Ended)?.TotalMicroseconds,
            hit.Outcome,
            part.TraceIdOf(candidate.Id)
        );
    }

    private TimeSpan Time(long start, long end) => run.Clock.GetElapsedTime(start, end);
}
