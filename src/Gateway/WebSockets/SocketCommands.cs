using System.Text.Json;

namespace Gateway;

/// <summary>
/// Reads what clients send: <c>{"message", "session_id"?}</c>, or <c>{"type": "cancel"}</c>. The type
/// <c>message</c> may be left out.
/// </summary>
internal sealed class SocketCommands(ChatRequestRules rules)
{
    /// <param name="text">The message, in UTF-8.</param>
    /// <param name="session">The session of a message that names none; null for a new one.</param>
    public SocketCommand Read(ReadOnlyMemory<byte> text, string? session)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return Read(json.RootElement, session);
        }
        catch (InvalidOperationException)
        {
            return new(
                null,
                "It has a name that is no valid Unicode: "
                    + "a JSON object with message and, if wanted, session_id is expected."
            );
        }
        catch (JsonException e)
        {
            return new(
                null,
                $"It is no JSON (line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}): "
                    + "a JSON object with message and, if wanted, session_id is expected."
            );
        }
    }

    private SocketCommand Read(JsonElement json, string? session)
    {
        var errors = new Dictionary<string, string[]>();
        var type = JsonFields.IsObject(json, errors) ? JsonFields.Text(json, "type", errors) : null;
        if (errors.Count == 0 && type is "cancel")
        {
            return SocketCommand.Cancel;
        }
        if (type is not (null or "message"))
        {
            errors["type"] =
            [
                $"type is '{Quoted.Truncate(type)}': message or cancel is expected, or none.",
            ];
        }
        var said = errors.Count == 0 ? rules.Check(json, errors, session: session) : null;
        return said is not null
            ? new(said, null)
            : new(null, string.Join(' ', errors.Values.SelectMany(messages => messages)));
    }
}
