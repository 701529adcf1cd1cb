namespace GatewayBench.Benchmarks.Endpoints;

/// <summary>What is measured, and on which gateway.</summary>
/// <param name="Scenario">One iteration of it is one operation of the benchmark.</param>
/// <param name="Settings">Those of the gateway that are not <see cref="SampleGateway"/>'s own.</param>
internal sealed record MeasuredCase(
    Scenario Scenario,
    params IReadOnlyList<(string Key, string Value)> Settings
)
{
    public string Name => Scenario.Name;

    /// <summary>How many there are to search, by their words. Default none.</summary>
    public int Documents { get; init; }
}
