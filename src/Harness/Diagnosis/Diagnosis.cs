namespace GatewayBench;

/// <summary>What gave way in a row, in the order in which it did, and what did not.</summary>
/// <param name="Suspects">The first to set in comes first; empty for a healthy row.</param>
/// <param name="Classics">The five that most often give way, each reached or not, in a fixed order.</param>
public sealed record Diagnosis(
    IReadOnlyList<Suspect> Suspects,
    IReadOnlyList<ClassicLimit> Classics
)
{
    /// <summary>The rules that nothing told of: whether what they look for was there, nobody knows.</summary>
    public IReadOnlyList<string> Unwatched { get; init; } = [];
}
