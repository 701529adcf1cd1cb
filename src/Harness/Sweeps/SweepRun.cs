namespace GatewayBench;

/// <summary>One run of a sweep.</summary>
/// <param name="Round">From 0.</param>
/// <param name="Point">Which of the points, from 0.</param>
/// <param name="Folder">Where its reports are, within that of the sweep.</param>
/// <param name="Figures">What it came to.</param>
/// <param name="Invalid">Why its figures must not be used; empty if they may.</param>
internal sealed record SweepRun(
    int Round,
    int Point,
    string Folder,
    SweepFigures Figures,
    IReadOnlyList<string> Invalid
);
