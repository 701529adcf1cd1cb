namespace GatewayBench;

/// <summary>Percentiles of the latency of successes in microseconds; null with too few samples.</summary>
internal sealed record LatencyFigures(
    double? P50,
    double? P90,
    double? P95,
    double? P99,
    double? P999,
    double? Max
)
{
    public static LatencyFigures Of(LongHistogram latency)
    {
        return new(At(50), At(90), At(95), At(99), At(99.9), latency.MaxTime()?.TotalMicroseconds);

        double? At(double percentile) => latency.TimeAt(percentile)?.TotalMicroseconds;
    }

    public static LatencyFigures MedianOf(IReadOnlyList<LatencyFigures> runs) =>
        new(
            Median.OfKnown(runs.Select(run => run.P50)),
            Median.OfKnown(runs.Select(run => run.P90)),
            Median.OfKnown(runs.Select(run => run.P95)),
            Median.OfKnown(runs.Select(run => run.P99)),
            Median.OfKnown(runs.Select(run => run.P999)),
            Median.OfKnown(runs.Select(run => run.Max))
        );
}
