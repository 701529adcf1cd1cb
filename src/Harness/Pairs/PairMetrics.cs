namespace GatewayBench;

/// <summary>What each pair is measured by, and what users call it.</summary>
internal static class PairMetrics
{
    public static readonly IReadOnlyDictionary<string, PairedMetric> ByOption = new Dictionary<
        string,
        PairedMetric
    >
    {
        ["rate"] = PairedMetric.Rate,
        ["allocations"] = PairedMetric.Allocations,
        ["cpu"] = PairedMetric.Cpu,
        ["p99"] = PairedMetric.P99,
    };

    /// <exception cref="InvalidDataException">There is none of this name.</exception>
    public static PairedMetric Of(string name) =>
        ByOption.Values.FirstOrDefault(metric => metric.Name == name)
        ?? throw new InvalidDataException(
            $"The metric is '{name}'; allowed: {string.Join(", ", ByOption.Values.Select(metric => metric.Name))}."
        );
}
