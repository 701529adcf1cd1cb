namespace GatewayBench;

/// <summary>What the provider needs to know of a chat request.</summary>
/// <param name="Model">Any name; it is echoed.</param>
/// <param name="Prompt">The messages.</param>
/// <param name="MaxTokens">The most tokens that the reply may have; null for no limit.</param>
internal readonly record struct ChatRequest(string Model, Prompt Prompt, int? MaxTokens);
