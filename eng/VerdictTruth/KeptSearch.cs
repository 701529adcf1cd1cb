namespace GatewayBench.VerdictTruth;

/// <summary>A search for a culprit that is known.</summary>
/// <param name="Culprit">Which it is.</param>
/// <param name="Hidden">All that cannot be told apart, it among them; itself alone where nothing hides it.</param>
/// <param name="Found">What the tool stored.</param>
/// <param name="Minutes">How long it took.</param>
/// <param name="LeftAlone">Whether the repository was the same before and after, in all that a user would miss.</param>
internal sealed record KeptSearch(
    string Culprit,
    IReadOnlyList<string> Hidden,
    BisectRecord Found,
    double Minutes,
    bool LeftAlone
)
{
    public bool IsRight =>
        Found.Suspects.Select(commit => commit.Id).Order().SequenceEqual(Hidden.Order())
        && (Hidden.Count > 1 || Found.IsConfirmed);
}
