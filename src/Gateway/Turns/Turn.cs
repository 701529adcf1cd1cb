namespace Gateway;

/// <summary>One thing that a caller says to the agent, whatever endpoint it came by.</summary>
/// <param name="Owner">Who says it; sessions belong to their owner.</param>
/// <param name="SessionId">The conversation that it continues or begins.</param>
/// <param name="Message">What is said.</param>
internal sealed record Turn(string Owner, string SessionId, string Message);
