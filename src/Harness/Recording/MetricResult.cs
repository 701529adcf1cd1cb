namespace GatewayBench;

/// <summary>What a scenario's own metric came to.</summary>
/// <param name="Name">The metric.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Unit">Of a trend's values; empty otherwise.</param>
/// <param name="Count">Successful replies that it was read from.</param>
/// <param name="Sum">Of what was read: a counter's total, or how often a rate's condition held.</param>
/// <param name="Values">A trend's values up to a million million; null for the other kinds.</param>
public sealed record MetricResult(
    string Name,
    MetricKind Kind,
    string Unit,
    long Count,
    long Sum,
    LongHistogram? Values
);
