namespace GatewayBench;

/// <summary>
/// Judges one slice by the SLOs that a slice can be judged by: the share of failures, and p50, p95, p99
/// and max of the latency.
/// </summary>
internal static class SliceVerdict
{
    /// <summary>Of the requests: the design's bound of what counts as broken.</summary>
    private const double MostErrors = 0.05;

    /// <summary>How likely chance may be to break a slice; two in a row are asked for.</summary>
    private const double Alpha = 0.05;

    /// <returns>What was missed; null for nothing.</returns>
    public static string? MissedBy(
        TimelineSlice slice,
        IReadOnlyList<Outcome> expected,
        IReadOnlyList<Slo> slos
    ) =>
        IsAbove(MostErrors, slice, error => !expected.Contains(error))
            ? "errors over 5 %"
            : slos.FirstOrDefault(slo =>
                Judges(slo, slice) && IsMissed(slo, slice, expected)
            )?.Expression;

    /// <summary>Whether a slice has the figure that an SLO asks for.</summary>
    public static bool Judges(Slo slo, TimelineSlice slice) =>
        slo is { Of: null, In: null }
        && slo.Subject switch
        {
            TimeSubject { Series: TimeSeries.Latency } time => Figure(time.Value.Percentile, slice)
                is not null,
            ErrorSubject => true,
            _ => false,
        };

    private static bool IsMissed(Slo slo, TimelineSlice slice, IReadOnlyList<Outcome> expected) =>
        slo.Subject switch
        {
            TimeSubject { Series: TimeSeries.Latency } time => Figure(time.Value.Percentile, slice)
                is { } figure
                && !slo.Limit.Allows(figure),
            ErrorSubject { Class: { } one } => IsMissed(slo, slice, error => error == one),
            ErrorSubject => IsMissed(slo, slice, error => !expected.Contains(error)),
            _ => false,
        };

    private static bool IsMissed(Slo slo, TimelineSlice slice, Func<Outcome, bool> counts) =>
        !slo.Limit.Allows(Errors(slice, counts)) && IsAbove(slo.Limit.Value, slice, counts);

    /// <summary>In the SLO's unit; null where a slice has no such figure, or so few successes that it would be the slowest one's.</summary>
    private static double? Figure(double? percentile, TimelineSlice slice) =>
        percentile switch
        {
            50 => slice.P50,
            95 when slice.Successes >= 20 => slice.P95,
            99 when slice.Successes >= 100 => slice.P99,
            100 => slice.Max,
            _ => null,
        };

    /// <summary>Whether failures are more than a share by more than chance: one-sided, by the binomial distribution.</summary>
    private static bool IsAbove(double share, TimelineSlice slice, Func<Outcome, bool> counts)
    {
        var failed = Failed(slice, counts);
        return failed > 0 && BinomialTail.AtLeast(share, All(slice), failed) <= Alpha;
    }

    private static double Errors(TimelineSlice slice, Func<Outcome, bool> counts) =>
        All(slice) == 0 ? 0 : (double)Failed(slice, counts) / All(slice);

    private static int Failed(TimelineSlice slice, Func<Outcome, bool> counts) =>
        (int)slice.Errors.Where(error => counts(error.Key)).Sum(error => error.Value);

    private static int All(TimelineSlice slice) =>
        (int)(slice.Successes + slice.Errors.Values.Sum());
}
