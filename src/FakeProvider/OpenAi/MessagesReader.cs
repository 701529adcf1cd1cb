using System.Text.Json;

namespace GatewayBench;

/// <summary>
/// Reads the messages of a chat request: checks their shape and tallies what is in them.
/// </summary>
internal ref struct MessagesReader
{
    private const string Param = "messages";

    private PromptTally _tally;
    private int _index;

    /// <param name="reader">On the value of <c>messages</c>; afterwards on its last token.</param>
    /// <param name="seed">Goes into the hash.</param>
    public static Prompt Read(ref Utf8JsonReader reader, ulong seed)
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
        var hasRole = false;
        var hasContent = false;
        var isAssistant = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isRole = reader.ValueTextEquals("role"u8);
            var isContent = reader.ValueTextEquals("content"u8);
            var isCounted = ReadProperty(ref reader);
            if (isRole)
            {
                isAssistant = ChecksAssistantRole(ref reader);
                hasRole = true;
            }
            else if (isContent)
            {
                hasContent = ChecksContent(ref reader);
            }
            ReadValue(ref reader, isCounted);
        }
        if (isAssistant)
        {
            _tally.AddStep();
        }
        if (!hasRole)
        {
            throw ApiErrors.Missing($"{Path}.role");
        }
        // An assistant's message may consist of tool calls alone.
        if (!hasContent && !isAssistant)
        {
            throw ApiErrors.Missing($"{Path}.content");
        }
    }

    private readonly bool ChecksAssistantRole(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw ApiErrors.WrongType($"{Path}.role", reader.TokenType, "a string");
        }
        var isAssistant = reader.ValueTextEquals("assistant"u8);
        var isKnown =
            isAssistant
            || reader.ValueTextEquals("user"u8)
            || reader.ValueTextEquals("system"u8)
            || reader.ValueTextEquals("developer"u8)
            || reader.ValueTextEquals("tool"u8)
            || reader.ValueTextEquals("function"u8);
        return isKnown
            ? isAssistant
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

    /// <summary>Moves from a property's name to its value, and says whether its text is counted.</summary>
    private bool ReadProperty(ref Utf8JsonReader reader)
    {
        var isCounted = TokenRule.CountsProperty(ref reader);
        _tally.Add(ref reader, isCounted: false);
        reader.Read();
        return isCounted;
    }

    private void ReadValue(ref Utf8JsonReader reader, bool isCounted)
    {
        var depth = reader.CurrentDepth;
        _tally.Add(ref reader, isCounted);
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return;
        }
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                isCounted = ReadProperty(ref reader);
            }
            _tally.Add(ref reader, isCounted);
        }
        _tally.Add(ref reader, isCounted: false);
    }
}
