using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>A row of <c>runs</c>: a turn that works on while nobody waits. Times are milliseconds since 1970.</summary>
internal sealed record Run(
    string Id,
    string Owner,
    string SessionId,
    string Input,
    string State,
    string? Output,
    string? Reason,
    long CreatedAt,
    long? StartedAt,
    long? EndedAt
)
{
    private const string Prefix = "run_";

    /// <summary>A new id. Ids begin with the time, so that later ones come behind earlier ones.</summary>
    public static string NewId(DateTimeOffset now) => $"{Prefix}{Guid.CreateVersion7(now):N}";

    public static bool IsId(string text) =>
        text.StartsWith(Prefix, StringComparison.Ordinal)
        && text.Length == Prefix.Length + 32
        && text[Prefix.Length..].All(char.IsAsciiHexDigitLower);

    // Under the run's id, so that one which was interrupted can be told from one whose turn is stored.
    // The message is held by the run anyway, and would only be held twice if it could rest.
    public Turn ToTurn() =>
        new(Owner, SessionId, new ChatMessage(ChatRole.User, Input)) { Id = Id };
}
