namespace GatewayBench;

/// <summary>What one id's requests came to.</summary>
/// <param name="Time">For how long at least one of them was here.</param>
/// <param name="Requests">How many came.</param>
/// <param name="PromptTokens">Tokens of their prompts, all together.</param>
internal readonly record struct TraceVisits(TimeSpan Time, int Requests, long PromptTokens);
