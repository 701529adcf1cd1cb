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

    /// <summary>Where the conversation stands.</summary>
    public Turn Turn { get; private set; }

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
        ChatRole role = default;
        Range? content = null;
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
                var start = (int)reader.TokenStartIndex;
                ReadContent(ref reader, $"{path}.content");
                content = start..(int)reader.BytesConsumed;
            }
            else
            {
                reader.Skip();
            }
        }
        if (content is null)
        {
            throw ApiErrors.Missing($"{path}.content");
        }
        if (role == ChatRole.None)
        {
            throw ApiErrors.Missing($"{path}.role");
        }
        if (role == ChatRole.Assistant)
        {
            _tally.AddStep();
        }
        // A tool's result comes in a message of the user, who has not said anything by that.
        Turn = Turn.After(_tools.HasResults ? ChatRole.Tool : role, content.Value);
        _tools.EndMessage(role, path);
    }

    private ChatRole ReadRole(ref Utf8JsonReader reader, string path)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw ApiErrors.WrongType(path, reader.TokenType, "a string");
        }
        _tally.Add(ref reader, isCounted: false);
        return reader.ValueTextEquals("user"u8) ? ChatRole.User
            : reader.ValueTextEquals("assistant"u8) ? ChatRole.Assistant
            : reader.ValueTextEquals("system"u8) ? ChatRole.Instruction
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
