namespace GatewayBench;

/// <summary>One candidate, judged.</summary>
/// <param name="Commit">Which.</param>
/// <param name="Mark">What it was found to be.</param>
/// <param name="Why">Why it was skipped; null if it was not.</param>
/// <param name="Effects">Beside the good commit, the metric that decides first; empty where nothing was measured.</param>
/// <param name="IsPartial">Whether it is surely neither as the good commit nor as the bad one: more than one cause.</param>
internal sealed record BisectStep(
    Commit Commit,
    BisectMark Mark,
    string? Why,
    IReadOnlyList<BisectEffect> Effects,
    bool IsPartial
);
