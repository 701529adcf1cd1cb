using System.Buffers;
using System.Text.Json;
using static GatewayBench.RequestFields;

namespace GatewayBench;

/// <summary>
/// What a chat request says of tools. The tools are only found in the pass over the body, and looked
/// at when all of it is known: <c>tool_choice</c> may come first.
/// </summary>
internal ref struct ChatTools
{
    private Range _tools;
    private ToolChoice? _choice;
    private bool? _isParallel;

    /// <summary>Reads the property that the reader stands on, if it is one of tools.</summary>
    public bool Read(ref Utf8JsonReader reader)
    {
        if (TryEnter(ref reader, "tools"u8))
        {
            _tools = ReadArrayRange(ref reader, "tools");
        }
        else if (TryEnter(ref reader, "tool_choice"u8))
        {
            _choice = ToolChoiceReader.Read(ref reader);
        }
        else if (TryEnter(ref reader, "parallel_tool_calls"u8))
        {
            _isParallel =
                reader.TokenType == JsonTokenType.Null
                    ? null
                    : ReadBoolean(ref reader, "parallel_tool_calls");
        }
        else
        {
            return false;
        }
        return true;
    }

    /// <param name="body">The whole body.</param>
    /// <param name="callsAreDone">Whether the user's question has seen a tool's result.</param>
    public readonly ToolOffer? Resolve(in ReadOnlySequence<byte> body, bool callsAreDone)
    {
        if (_tools.Equals(default))
        {
            return RefuseWithoutTools();
        }
        var (start, end) = (_tools.Start.Value, _tools.End.Value);
        using var tools = JsonDocument.Parse(body.Slice(start, end - start));
        var functions = ChatToolList.Functions(tools.RootElement);
        return ToolOffer.From(
            functions,
            _choice ?? ToolChoice.Auto,
            _isParallel ?? true,
            callsAreDone
        );
    }

    private readonly ToolOffer? RefuseWithoutTools() =>
        _choice is { } choice && choice.Mode != ToolChoiceMode.None
            ? throw ApiErrors.NeedsTools("tool_choice")
        : _isParallel is not null ? throw ApiErrors.NeedsTools("parallel_tool_calls")
        : null;
}
