namespace GatewayBench;

/// <summary>A figure that a scenario reads from its successful replies.</summary>
/// <param name="Name">What reports call it.</param>
/// <param name="Kind">How its values are put together.</param>
/// <param name="Unit">Of a trend's values, such as <c>words</c>; empty otherwise.</param>
/// <param name="Read">Reads one value, from 0; for a rate 0 or 1.</param>
public sealed record CustomMetric(
    string Name,
    MetricKind Kind,
    string Unit,
    Func<Reply, long> Read
);
