using System.Buffers;
using System.Text.Json;
using static GatewayBench.RequestFields;

namespace GatewayBench;

/// <summary>
/// What a messages request says of tools. They are only found in the pass over the body, and looked
/// at when all of it is known: <c>tool_choice</c> may come first.
/// </summary>
internal sealed class MessageTools
{
    private const string Choice = "tool_choice";

    private Range _tools;
    private ToolChoice? _choice;
    private bool _isSequential;

    /// <summary>Reads the property that the reader stands on, if it is one of tools.</summary>
    public bool Read(ref Utf8JsonReader reader)
    {
        if (TryEnter(ref reader, "tools"u8))
        {
            _tools = ReadArrayRange(ref reader, "tools");
            return true;
        }
        if (TryEnter(ref reader, "tool_choice"u8))
        {
            ReadChoice(ref reader);
            return true;
        }
        return false;
    }

    /// <param name="body">The whole body.</param>
    /// <param name="callsAreDone">Whether the user's question has seen a tool's result.</param>
    public ToolOffer? Resolve(in ReadOnlySequence<byte> body, bool callsAreDone)
    {
        if (_tools.Equals(default))
        {
            return _choice is { Mode: not ToolChoiceMode.None }
                ? throw ApiErrors.NeedsTools(Choice)
                : null;
        }
        var (start, end) = (_tools.Start.Value, _tools.End.Value);
        using var tools = JsonDocument.Parse(body.Slice(start, end - start));
        var callable = MessageToolList.Callable(tools.RootElement);
        var choice = _choice ?? ToolChoice.Auto;
        return new ToolOffer
        {
            AllowsCalls = choice.Mode != ToolChoiceMode.None,
            AllowsParallelCalls = !_isSequential,
            Demanded = ChatTools.Demanded(callable, choice, callsAreDone),
        };
    }

    private void ReadChoice(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return;
        }
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw ApiErrors.WrongType(Choice, reader.TokenType, "an object");
        }
        string? type = null;
        string? name = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (TryEnter(ref reader, "type"u8))
            {
                type = ReadText(ref reader, $"{Choice}.type");
            }
            else if (TryEnter(ref reader, "name"u8))
            {
                name = ReadText(ref reader, $"{Choice}.name");
            }
            else if (TryEnter(ref reader, "disable_parallel_tool_use"u8))
            {
                _isSequential = ReadBoolean(ref reader, $"{Choice}.disable_parallel_tool_use");
            }
            else
            {
                reader.Skip();
            }
        }
        _choice = (type ?? throw ApiErrors.Missing($"{Choice}.type")) switch
        {
            "auto" => ToolChoice.Auto,
            "none" => ToolChoice.None,
            "any" => ToolChoice.Required,
            "tool" => ToolChoice.Named(name ?? throw ApiErrors.Missing($"{Choice}.name")),
            _ => throw ApiErrors.WrongValue($"{Choice}.type", "auto, any, tool, none"),
        };
    }

    private static string ReadText(ref Utf8JsonReader reader, string param) =>
        reader.TokenType == JsonTokenType.String
            ? reader.GetString()!
            : throw ApiErrors.WrongType(param, reader.TokenType, "a string");
}
