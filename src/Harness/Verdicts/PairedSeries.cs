namespace GatewayBench;

/// <summary>One metric of one row, pair by pair.</summary>
/// <param name="Row">The row's title.</param>
/// <param name="Metric">What is compared.</param>
/// <param name="LogRatios">
/// ln(B / A) in the order in which pairs were measured; null for a pair that has no such figure, as
/// of too few samples.
/// </param>
internal sealed record PairedSeries(
    string Row,
    PairedMetric Metric,
    IReadOnlyList<double?> LogRatios
)
{
    /// <summary>The first pairs of a comparison, without those that have no figure.</summary>
    public double[] KnownUpTo(int pairs) => [.. LogRatios.Take(pairs).OfType<double>()];
}
