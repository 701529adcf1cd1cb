namespace GatewayBench;

/// <summary>How often a check passed.</summary>
/// <param name="Name">The check.</param>
/// <param name="Passed">Replies that passed it.</param>
/// <param name="Total">Replies that it saw; a reply that failed an earlier check is not among them.</param>
public sealed record CheckResult(string Name, long Passed, long Total);
