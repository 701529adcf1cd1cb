namespace Gateway;

/// <summary>What the document says of answers that have a status, and may have more.</summary>
internal sealed record StatusAnswer(string Status);
