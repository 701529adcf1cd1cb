using System.Buffers;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>
/// What a chat body must look like. Each broken rule is reported under its field's name with the
/// value and what is allowed.
/// </summary>
internal sealed class ChatRequestRules(IOptions<ChatLimits> limits)
{
    /// <summary>Where a chat has what the caller says.</summary>
    public const string MessageField = "message";

    private const int MaxSessionIdChars = 128;

    private static readonly SearchValues<char> SessionIdChars = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"
    );

    private readonly int _maxMessageChars = limits.Value.MaxMessageChars;

    /// <param name="body">What was sent.</param>
    /// <param name="errors">Gets what is wrong with it, by field.</param>
    /// <param name="messageField">The name under which it has the message.</param>
    /// <param name="session">The session of a request that names none; null for a new one.</param>
    public ChatRequest? Check(
        JsonElement body,
        IDictionary<string, string[]> errors,
        string messageField = MessageField,
        string? session = null
    )
    {
        if (!JsonFields.IsObject(body, errors))
        {
            return null;
        }
        var message = JsonFields.Text(body, messageField, errors);
        var sessionId = JsonFields.Text(body, "session_id", errors);
        var stream = JsonFields.Flag(body, "stream", errors);
        CheckMessage(messageField, message, errors);
        CheckSessionId(sessionId, errors);
        return errors.Count > 0
            ? null
            : new(message!, sessionId ?? session ?? Guid.NewGuid().ToString("N"), stream);
    }

    private void CheckMessage(string field, string? message, IDictionary<string, string[]> errors)
    {
        if (string.IsNullOrWhiteSpace(message))
        {
            var found = message is null ? "missing" : $"'{Quoted.Truncate(message)}'";
            errors.TryAdd(field, [$"{field} is {found}: {AllowedMessage}."]);
        }
        else if (message.Length > _maxMessageChars)
        {
            errors[field] =
            [
                $"{field} is '{Quoted.Truncate(message)}' of {message.Length} characters: {AllowedMessage}.",
            ];
        }
    }

    private string AllowedMessage =>
        $"a text of 1 to {_maxMessageChars} characters that is not blank is expected";

    private static void CheckSessionId(string? id, IDictionary<string, string[]> errors)
    {
        if (
            id is not null
            && (id.Length is 0 or > MaxSessionIdChars || id.ContainsAnyExcept(SessionIdChars))
        )
        {
            errors["session_id"] =
            [
                $"session_id is '{Quoted.Truncate(id)}' of {id.Length} characters: "
                    + $"1 to {MaxSessionIdChars} of A-Z, a-z, 0-9, _ and - are expected, or none.",
            ];
        }
    }
}
