namespace GatewayBench;

/// <summary>A prompt of a feed.</summary>
/// <param name="Text">What is asked.</param>
/// <param name="Class">What its file calls its like; null where nobody said.</param>
internal readonly record struct FeedPrompt(string Text, string? Class = null);
