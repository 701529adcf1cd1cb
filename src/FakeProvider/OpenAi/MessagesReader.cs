using System.Text.Json;

namespace GatewayBench;

/// <summary>
/// Reads the messages of a chat request: checks their shape and tallies what is in them.
/// </summary>
internal ref struct MessagesReader
{
    private const string Param = "messages";

    private PromptTally _tally;
    private Turn _turn;
    private int _index;

    /// <param name="reader">On the value of <c>messages</c>; afterwards on its last token.</param>
    /// <param name="seed">Goes into the hash.</param>
    /// <param name="turn">Where the conversation stands.</param>
    public static Prompt Read(ref Utf8JsonReader reader, ulong seed, out Turn turn)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw ApiErrors.WrongType(Param, reader.TokenType, "an array of objects");
        }
        var messages = new MessagesReader { _tally = new PromptTally(seed) };
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            messages.ReadMessage(ref reader);
            messages._index++;
        }
        turn = messages._turn;
        return messages._index > 0 ? messages._tally.Prompt : throw ApiErrors.EmptyArray(Param);
    }

    private readonly string Path => $"{Param}[{_index}]";

    private void ReadMessage(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw ApiErrors.WrongType(Path, reader.TokenType, "an object");
        }
        _tally.AddMessage();
        var role = ChatRole.None;
        var hasContent = false;
        var content = default(Range);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isRole = reader.ValueTextEquals("role"u8);
            var isContent = reader.ValueTextEquals("content"u8);
            var isCounted = _tally.AddProperty(ref reader);
            var start = (int)reader.TokenStartIndex;
            if (isRole)
            {
                role = ReadRole(ref reader);
            }
            else if (isContent)
            {
                hasContent = ChecksContent(ref reader);
            }
            _tally.AddValue(ref reader, isCounted);
            if (isContent)
            {
                content = start..(int)reader.BytesConsumed;
            }
        }
        if (role == ChatRole.Assistant)
        {
            _tally.AddStep();
        }
        if (role == ChatRole.None)
        {
            throw ApiErrors.Missing($"{Path}.role");
        }
        // An assistant's message may consist of tool calls alone.
        if (!hasContent && role != ChatRole.Assistant)
        {
            throw ApiErrors.Missing($"{Path}.content");
        }
        _turn = _turn.After(role, content);
    }

    private readonly ChatRole ReadRole(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw ApiErrors.WrongType($"{Path}.role", reader.TokenType, "a string");
        }
        return reader.ValueTextEquals("user"u8) ? ChatRole.User
            : reader.ValueTextEquals("assistant"u8) ? ChatRole.Assistant
            : reader.ValueTextEquals("tool"u8) || reader.ValueTextEquals("function"u8)
                ? ChatRole.Tool
            : reader.ValueTextEquals("system"u8) || reader.ValueTextEquals("developer"u8)
                ? ChatRole.Instruction
            : throw ApiErrors.WrongValue(
                $"{Path}.role",
                "system, developer, user, assistant, tool, function"
            );
    }

    private readonly bool ChecksContent(ref Utf8JsonReader reader) =>
        reader.TokenType switch
        {
            JsonTokenType.String or JsonTokenType.StartArray => true,
            JsonTokenType.Null => false,
            _ => throw ApiErrors.WrongType(
                $"{Path}.content",
                reader.TokenType,
                "a string or an array of content parts"
            ),
        };
}
