using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>A session as it was read before a turn.</summary>
/// <param name="Turns">How many turns it had, including those outside the window.</param>
/// <param name="LastTurnId">The last one's id; null if it had none.</param>
/// <param name="Messages">Those inside the window, oldest first.</param>
internal sealed record SessionHistory(
    long Turns,
    string? LastTurnId,
    IReadOnlyList<ChatMessage> Messages
)
{
    public static readonly SessionHistory Empty = new(0, null, []);

    /// <summary>What the agent is asked: the past, then the new message.</summary>
    public IEnumerable<ChatMessage> With(ChatMessage said) => [.. Messages, said];
}
