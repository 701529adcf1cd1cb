namespace GatewayBench;

/// <summary>How a row did by one of its SLOs.</summary>
/// <param name="Expression">The SLO, such as <c>p95&lt;3s</c>.</param>
/// <param name="Actual">What was measured; null where there is no such figure.</param>
/// <param name="Unit">What it is counted in.</param>
/// <param name="Met">Whether it was met. What can't be judged is not met.</param>
/// <param name="Reason">Why it can't be judged; null where it was.</param>
public sealed record SloResult(
    string Expression,
    double? Actual,
    SloUnit Unit,
    bool Met,
    string? Reason
)
{
    /// <summary>
    /// Whether it says anything at all: of times and rates nothing can be said once a run's time was
    /// scaled; they are neither met nor missed, and <see cref="Met"/> is false.
    /// </summary>
    public bool Judged { get; init; } = true;
}
