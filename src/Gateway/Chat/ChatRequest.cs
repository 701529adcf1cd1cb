namespace Gateway;

/// <summary>A chat request that has passed <see cref="ChatRequestRules"/>.</summary>
internal sealed record ChatRequest(string Message, string SessionId);
