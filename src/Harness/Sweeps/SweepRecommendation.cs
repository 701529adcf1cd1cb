namespace GatewayBench;

/// <summary>What a sweep recommends.</summary>
/// <param name="Point">Which of the points; null for none.</param>
/// <param name="DecidedBy">The figure that told it from the others; null where nothing did.</param>
/// <param name="Candidates">The points that nothing told apart in the end, itself among them.</param>
/// <param name="Why">In words, step by step.</param>
internal sealed record SweepRecommendation(
    int? Point,
    string? DecidedBy,
    IReadOnlyList<int> Candidates,
    IReadOnlyList<string> Why
);
