namespace GatewayBench;

/// <summary>A bottleneck with its evidence: what left its normal, when, and what that did to callers.</summary>
/// <param name="Name">Which rule found it, such as <c>store_pool</c>.</param>
/// <param name="Title">The same in words.</param>
/// <param name="Series">What left its normal.</param>
/// <param name="Second">When, in seconds from the start of the measured time: the start of that slice.</param>
/// <param name="Users">Users that had started by then, or exchanges in flight of an open load.</param>
/// <param name="Normal">Its median before, in the series' own unit; null where it was beyond the limit from the start.</param>
/// <param name="Value">Its median in the slices from which it was named.</param>
/// <param name="Limit">What it had to pass to be named.</param>
/// <param name="Effect">What callers got of it.</param>
/// <param name="Cause">What mostly is behind it.</param>
/// <param name="NextStep">What to do about it.</param>
public sealed record Suspect(
    string Name,
    string Title,
    string Series,
    double Second,
    int Users,
    double? Normal,
    double Value,
    double Limit,
    string Effect,
    string Cause,
    string NextStep
)
{
    /// <summary>Of normal, value and limit: <c>s</c>, <c>By</c>, or another; empty for shares and counts.</summary>
    public string Unit { get; init; } = "";
}
