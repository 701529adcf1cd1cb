namespace Gateway;

/// <summary>What the document says of the body of <c>POST /v1/runs</c>.</summary>
internal sealed record RunBody(string Input, string? SessionId = null);
