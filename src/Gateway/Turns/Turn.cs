using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>One thing that a caller says to the agent, whatever endpoint it came by.</summary>
/// <param name="Owner">Who says it; sessions belong to their owner.</param>
/// <param name="SessionId">The conversation that it continues or begins.</param>
/// <param name="Said">What is said, as the model is told it.</param>
internal sealed record Turn(string Owner, string SessionId, ChatMessage Said)
{
    /// <summary>For callers who keep no copy of what is said.</summary>
    public Turn(string owner, string sessionId, string message)
        : this(owner, sessionId, new TurnMessage(message)) { }

    /// <summary>What is said, as it is stored.</summary>
    public string Message => Said is TurnMessage message ? message.Said : Said.Text;

    /// <summary>Stored once under this id, however often it is tried. By default a new one.</summary>
    public string Id { get; init; } = Guid.CreateVersion7().ToString("N");
}
