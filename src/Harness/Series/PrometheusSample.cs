namespace GatewayBench;

/// <summary>One line of Prometheus text.</summary>
/// <param name="Family">What it is a sample of: its name without the suffix that says which.</param>
/// <param name="Type">As the text says: <c>counter</c>, <c>gauge</c>, <c>histogram</c>, <c>summary</c>; else empty.</param>
/// <param name="Suffix">Such as <c>_bucket</c>; empty for most.</param>
/// <param name="Labels">In their order.</param>
/// <param name="Value">May be infinite or no number.</param>
internal sealed record PrometheusSample(
    string Family,
    string Type,
    string Suffix,
    KeyValuePair<string, object?>[] Labels,
    double Value
);
