namespace GatewayBench;

/// <summary>
/// Judges one slice by the SLOs that a slice can be judged by: the share of failures, and p50, p95, p99
/// and max of the latency.
/// </summary>
internal static class SliceVerdict
{
    /// <summary>Of the requests: the design's bound of what counts as broken.</summary>
    private const double MostErrors = 0.05;

    /// <returns>What was missed; null for nothing.</returns>
    public static string? MissedBy(
        TimelineSlice slice,
        IReadOnlyList<Outcome> expected,
        IReadOnlyList<Slo> slos
    ) =>
        Errors(slice, error => !expected.Contains(error)) > MostErrors
            ? "errors over 5 %"
            : slos.Where(slo => slo is { Of: null, In: null })
                .FirstOrDefault(slo =>
                    Figure(slo.Subject, slice, expected) is { } figure && !slo.Limit.Allows(figure)
                )
                ?.Expression;

    /// <summary>In the SLO's unit; null where a slice has no such figure.</summary>
    private static double? Figure(
        SloSubject subject,
        TimelineSlice slice,
        IReadOnlyList<Outcome> expected
    ) =>
        subject switch
        {
            TimeSubject { Series: TimeSeries.Latency } time => time.Value.Percentile switch
            {
                50 => slice.P50,
                95 => slice.P95,
                99 => slice.P99,
                100 => slice.Max,
                _ => null,
            },
            ErrorSubject { Class: { } one } => Errors(slice, error => error == one),
            ErrorSubject => Errors(slice, error => !expected.Contains(error)),
            _ => null,
        };

    private static double? Errors(TimelineSlice slice, Func<Outcome, bool> counts)
    {
        var all = slice.Successes + slice.Errors.Values.Sum();
        return all == 0
            ? null
            : slice.Errors.Where(error => counts(error.Key)).Sum(error => error.Value)
                / (double)all;
    }
}
