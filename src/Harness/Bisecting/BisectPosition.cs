namespace GatewayBench;

/// <summary>How far a bisection is.</summary>
/// <param name="Candidate">The commit to be judged next; null when none is left that could be.</param>
/// <param name="Suspects">
/// The commits that may have brought the change, newest first. At the end one, the culprit; or several,
/// where those skipped stand before it.
/// </param>
internal sealed record BisectPosition(string? Candidate, IReadOnlyList<string> Suspects);
