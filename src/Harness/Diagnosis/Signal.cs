namespace GatewayBench;

/// <summary>What a rule looks at.</summary>
/// <param name="Series">Where it is from, for the evidence.</param>
/// <param name="Values">Value i is of slice i of the timeline; null where it isn't known.</param>
internal sealed record Signal(string Series, IReadOnlyList<double?> Values)
{
    /// <summary>Of its values, by UCUM: <c>s</c>, <c>By</c>, or another; empty for shares and where nobody says.</summary>
    public string Unit { get; init; } = "";

    /// <summary>In a unit of which there are so many.</summary>
    public Signal Times(double factor) =>
        this with
        {
            Values = [.. Values.Select(value => factor * value)],
        };
}
