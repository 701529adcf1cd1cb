namespace GatewayBench;

/// <summary>The gateway stopped asking its provider: how many of its circuit breakers are not closed.</summary>
internal static class BreakerOpenRule
{
    /// <summary>Slices up to the one in which it opened, whose attempts say why: what fails first ends in the one before.</summary>
    private const int Asked = 2;

    public static Rule Rule { get; } =
        new()
        {
            Name = "breaker_open",
            Title = "provider behind an open circuit breaker",
            Read = signals => Open(signals.Row),
            Floor = 1,
            Cause =
                "so many attempts at the provider failed that the gateway stopped asking it, and refuses its callers at once",
            NextStep =
                "look for the provider's own trouble at that time, let a second provider or the cache answer while the breaker is open, and set its thresholds higher if few attempts had failed",
            Felt = symptom =>
                Failures(symptom) is { } failures ? failures + Attempts(symptom) : null,
        };

    /// <returns>Null where no breaker was seen to change, so that it says nothing of them.</returns>
    private static Signal? Open(RowResult row) =>
        row.Breakers.Count == 0
            ? null
            : new Signal(
                "open circuit breakers",
                [
                    .. row.Timeline.Select(slice =>
                        (double?)row.Breakers.Count(breaker => breaker.IsOpenIn(slice))
                    ),
                ]
            );

    /// <summary>
    /// An open breaker fails calls and slows none down. Those that failed on the way to it are of the same
    /// trouble, and no normal to compare with.
    /// </summary>
    private static string? Failures(Symptom symptom)
    {
        var (row, onset) = (symptom.Row, symptom.Onset);
        var normal = Math.Min(onset.Slice, Onset.First(symptom.Signal.Values).Length);
        var apart = row with
        {
            Timeline = [.. row.Timeline.Take(normal), .. row.Timeline.Skip(onset.Slice)],
        };
        return Effect.Failures(
            symptom with
            {
                Signals = new RowSignals(apart, symptom.Signals.Facts),
                Onset = onset with { Slice = normal },
            }
        );
    }

    /// <returns>Nothing where nobody tells, or where it was open from the start.</returns>
    private static string Attempts(Symptom symptom)
    {
        var left = Made(symptom, "outcome=cancelled");
        var (answered, all) = (Made(symptom, "outcome=ok"), Made(symptom, null) - left);
        return symptom.Onset.Normal is not null && all > 0
            ? $"; {Units.Percent((all - answered) / all)} of attempts at the provider had failed"
            : "";
    }

    private static double Made(Symptom symptom, string? outcome) =>
        symptom
            .Signals.Sum(new SeriesPattern("gateway.provider.attempts", "rate", outcome))
            ?.Values.Take(symptom.Onset.Slice + 1)
            .TakeLast(Asked)
            .Sum()
        ?? 0;
}
