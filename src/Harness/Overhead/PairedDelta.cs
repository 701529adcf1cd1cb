namespace GatewayBench;

/// <summary>
/// A percentile of the differences within pairs, in microseconds: what half, or all but 1 %, of the
/// requests are delayed by at most.
/// </summary>
/// <param name="Percentile">Which.</param>
/// <param name="Microseconds">Null with too few pairs for an interval.</param>
/// <param name="Low">The lower end of its distribution-free 95 % interval.</param>
/// <param name="High">The upper end.</param>
internal sealed record PairedDelta(
    double Percentile,
    double? Microseconds,
    double? Low,
    double? High
)
{
    /// <param name="sorted">Differences within pairs, rising.</param>
    /// <param name="percentile">Above 0, below 100.</param>
    public static PairedDelta Of(ReadOnlySpan<double> sorted, double percentile) =>
        OrderStatistics.IntervalOf(sorted, percentile) is { } interval
            ? new(percentile, OrderStatistics.At(sorted, percentile), interval.Low, interval.High)
            : new(percentile, null, null, null);
}
