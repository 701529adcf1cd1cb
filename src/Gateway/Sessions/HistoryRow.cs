using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>A session with one of its turns; all of a turn is missing where there is none.</summary>
internal sealed class HistoryRow
{
    public required string Owner { get; init; }

    public required long Turns { get; init; }

    public string? TurnId { get; init; }

    public string? Message { get; init; }

    public string? Reply { get; init; }

    public IEnumerable<ChatMessage> ToMessages() =>
        Message is null || Reply is null
            ? []
            : [new(ChatRole.User, Message), new(ChatRole.Assistant, Reply)];
}
