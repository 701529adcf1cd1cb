namespace Gateway;

/// <summary>The answer of <c>GET /api/sessions/{id}</c>.</summary>
/// <param name="SessionId">The session's id.</param>
/// <param name="Turns">How many turns it has, each of two messages.</param>
/// <param name="CreatedAt">When its first turn ended.</param>
/// <param name="UpdatedAt">When its latest turn ended.</param>
/// <param name="Messages">A part of the messages, oldest first.</param>
/// <param name="NextAfter">What to send as <c>after</c> for the next part; null if there is none.</param>
internal sealed record SessionPage(
    string SessionId,
    long Turns,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    IReadOnlyList<SessionMessage> Messages,
    long? NextAfter
);

/// <summary>One message of a session.</summary>
/// <param name="Number">Counts from 1; the odd ones are the caller's.</param>
/// <param name="Role"><c>user</c> or <c>assistant</c>.</param>
/// <param name="Content">Its text.</param>
/// <param name="TurnId">The turn that it belongs to.</param>
/// <param name="CreatedAt">When that turn ended.</param>
/// <param name="Usage">With the assistant's: the turn's tokens; null if the provider gave none.</param>
internal sealed record SessionMessage(
    long Number,
    string Role,
    string Content,
    string TurnId,
    DateTimeOffset CreatedAt,
    ChatUsage? Usage
);
