namespace Gateway;

/// <summary>A chat request that has passed <see cref="ChatRequestRules"/>.</summary>
/// <param name="Message">What the caller says.</param>
/// <param name="SessionId">The conversation that it continues, or a new one's.</param>
/// <param name="Stream">Whether the reply is wanted piece by piece.</param>
internal sealed record ChatRequest(string Message, string SessionId, bool Stream);
