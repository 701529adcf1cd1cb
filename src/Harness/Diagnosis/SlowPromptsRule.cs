namespace GatewayBench;

/// <summary>A class of prompts carries the tail: p99 over p50.</summary>
internal static class SlowPromptsRule
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "slow_prompts",
            Title = "slow prompts",
            Read = Ratio,
            Floor = 20,
            Cause =
                "mostly a class of prompts keeps the model busy for many times as long as the others",
            NextStep =
                "find what the slowest exchanges ask for, and give it a time-out, a shorter answer or a row of its own",
            Felt = static symptom =>
                $"p99 is {Units.Count(symptom.Onset.Value)}x p50{Carried(symptom.Row)}",
        };

    /// <summary>Below it a tail is no prompt's.</summary>
    private const double LeastMicroseconds = 500_000;

    /// <summary>Of the slowest exchanges' time, as far as it is known where it went.</summary>
    private const double LeastProviderShare = 0.5;

    private static Signal? Ratio(RowSignals signals)
    {
        var signal = signals.OfTimeline(
            "latency p99 / p50",
            slice =>
                slice.P50 is not > 0 ? null
                : slice.P99 < LeastMicroseconds ? 0
                : slice.P99 / slice.P50
        );
        return ProviderShare(signals.Row) switch
        {
            < LeastProviderShare => None(),
            // What is slow may be anything, unless it is what a class of prompts has in common.
            null when !IsToldByClass(signals.Row) => null,
            null when Carrying(signals.Row) is null => None(),
            _ => signal,
        };

        Signal? None() => signal is null ? null : new("latency", [0]);
    }

    private static bool IsToldByClass(RowResult row) =>
        row.Breakdown?.Prompts is [_, _, ..] classes
        && classes.All(one => one.TailShare is not null);

    /// <summary>Null where nobody knows the provider's time.</summary>
    private static double? ProviderShare(RowResult row) =>
        OfSlowestHundredth(row.Breakdown?.Split ?? []) ?? OfSlowestHits(row.Slowest);

    private static PromptClassResult? Carrying(RowResult row) =>
        row.Breakdown?.Prompts.FirstOrDefault(one => one.CarriesTail);

    private static string Carried(RowResult row) =>
        Carrying(row) is { } one
            ? $"; {Units.Percent(one.TailShare ?? 0)} of the slowest hundredth are {one.Name}, which is {Units.Percent(one.Share)} of all"
            : "";

    /// <summary>
    /// Exact, and includes what never asked the provider: a slow answer from a cache is no slow
    /// prompt. Null where nobody knows the provider's time, and with too few successes.
    /// </summary>
    private static double? OfSlowestHundredth(IReadOnlyList<SplitBand> split) =>
        split.Any(band => band.ProviderMicroseconds is not null)
        && split.FirstOrDefault(band => band.Name == SplitBands.Slowest) is { } slowest
            ? (slowest.ProviderMicroseconds ?? 0) / slowest.LatencyMicroseconds
            : null;

    private static double? OfSlowestHits(IReadOnlyList<SlowHit> hits)
    {
        SlowHit[] known = [.. hits.Where(hit => hit.ProviderMicroseconds is not null)];
        return known.Length == 0
            ? null
            : known.Sum(hit => hit.ProviderMicroseconds)
                / known.Sum(hit => hit.LatencyMicroseconds);
    }
}
