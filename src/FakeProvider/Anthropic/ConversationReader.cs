using System.Text.Json;

namespace GatewayBench;

/// <summary>
/// Reads the messages and the system prompt of a messages request: checks their shape, tallies what
/// is in them, and holds calls of tools against their results.
/// </summary>
internal sealed class ConversationReader(ulong seed)
{
    private const string Messages = "messages";

    private readonly ToolPairs _tools = new();
    private PromptTally _tally = new(seed);
    private int _messages;

    /// <summary>Null while no messages have been read.</summary>
    public Prompt? Prompt => _messages > 0 ? _tally.Prompt : null;

    /// <param name="reader">On the value of <c>system</c>; afterwards on its last token.</param>
    public void ReadSystem(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return;
        }
        _tally.AddMessage();
        ReadContent(ref reader, "system");
    }

    /// <param name="reader">On the value of <c>messages</c>; afterwards on its last token.</param>
    public void ReadMessages(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw ApiErrors.WrongType(Messages, reader.TokenType, "an array of objects");
        }
        for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            ReadMessage(ref reader, $"{Messages}.{i}");
            _messages++;
        }
        if (_messages == 0)
        {
            throw ApiErrors.EmptyArray(Messages);
        }
        _tools.End();
    }

    private void ReadMessage(ref Utf8JsonReader reader, string path)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw ApiErrors.WrongType(path, reader.TokenType, "an object");
        }
        _tally.AddMessage();
        string? role = null;
        var hasContent = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("role"u8))
            {
                _tally.AddProperty(ref reader);
                role = ReadRole(ref reader, $"{path}.role");
            }
            else if (reader.ValueTextEquals("content"u8))
            {
                _tally.AddProperty(ref reader);
                ReadContent(ref reader, $"{path}.content");
                hasContent = true;
            }
            else
            {
                reader.Skip();
            }
        }
        if (!hasContent)
        {
            throw ApiErrors.Missing($"{path}.content");
        }
        _tools.EndMessage(role ?? throw ApiErrors.Missing($"{path}.role"), path);
    }

    private string ReadRole(ref Utf8JsonReader reader, string path)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw ApiErrors.WrongType(path, reader.TokenType, "a string");
        }
        _tally.Add(ref reader, isCounted: false);
        return reader.ValueTextEquals("user"u8) ? "user"
            : reader.ValueTextEquals("assistant"u8) ? "assistant"
            : reader.ValueTextEquals("system"u8) ? "system"
            : throw ApiErrors.WrongValue(path, "user, assistant, system");
    }

    private void ReadContent(ref Utf8JsonReader reader, string path)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                _tally.Add(ref reader, isCounted: true);
                break;
            case JsonTokenType.StartArray:
                _tally.Add(ref reader, isCounted: false);
                for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
                {
                    ContentBlockReader.Read(ref reader, ref _tally, _tools, $"{path}.{i}");
                }
                break;
            default:
                throw ApiErrors.WrongType(
                    path,
                    reader.TokenType,
                    "a string or an array of content blocks"
                );
        }
    }
}
