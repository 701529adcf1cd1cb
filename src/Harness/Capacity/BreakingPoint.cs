namespace GatewayBench;

/// <summary>Where it gave way.</summary>
/// <param name="Users">How many there were then.</param>
/// <param name="Second">
/// When, from the start of the measured time; null of a search, whose steps are rows of their own.
/// </param>
/// <param name="Rate">Successes per second in the slices before it.</param>
/// <param name="Reason">What was missed: an SLO, or too many failures.</param>
public sealed record BreakingPoint(int Users, double? Second, double? Rate, string Reason);
