namespace Gateway.Tests;

/// <summary>One line of Prometheus text.</summary>
internal sealed record Sample(string Name, Dictionary<string, string> Labels, double Value)
{
    public bool BelongsTo(string family, string type) =>
        type == "histogram"
            ? Name == $"{family}_bucket" || Name == $"{family}_sum" || Name == $"{family}_count"
            : Name == family;

    public bool IsSameSeries(Sample other) =>
        Name == other.Name
        && Labels.Count == other.Labels.Count
        && !Labels.Except(other.Labels).Any();
}
