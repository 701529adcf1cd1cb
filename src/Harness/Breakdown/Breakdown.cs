namespace GatewayBench;

/// <summary>What the successes of one exchange are made of, and which of them are slow.</summary>
/// <param name="Split">Where their time went; empty without any.</param>
/// <param name="Prompts">By class of prompt; empty where none was drawn.</param>
/// <param name="Turns">By turn of the user's session; null without sessions of several turns.</param>
public sealed record Breakdown(
    IReadOnlyList<SplitBand> Split,
    IReadOnlyList<PromptClassResult> Prompts,
    SessionGrowth? Turns
);
