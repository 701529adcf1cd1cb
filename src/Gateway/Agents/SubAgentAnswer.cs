namespace Gateway;

/// <summary>What came of a task: an answer or, where there is none, what went wrong.</summary>
internal sealed record SubAgentAnswer(string Task, string? Answer, string? Error);
