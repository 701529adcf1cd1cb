namespace GatewayBench;

/// <summary>Something that should stand still while the load does.</summary>
/// <param name="Name">In results, for ever.</param>
/// <param name="Title">In reports.</param>
/// <param name="Unit"><c>By</c>, <c>us</c>, or empty.</param>
/// <param name="Read">What of a row shows it; null where nothing tells of it.</param>
/// <param name="LeastChange">What matters at least, in its unit.</param>
/// <param name="LeastShare">What matters at least, of its level.</param>
internal sealed record DriftSubject(
    string Name,
    string Title,
    string Unit,
    Func<RowSignals, Signal?> Read,
    double LeastChange,
    double LeastShare
)
{
    /// <summary>What it can't pass; null where that is not known.</summary>
    public Func<RowSignals, double?> Limit { get; init; } = static _ => null;

    /// <summary>
    /// Its values of which nothing is there only for a while; null where all are such, or nobody knows.
    /// </summary>
    public Func<RowSignals, Signal>? Floor { get; init; }
}
