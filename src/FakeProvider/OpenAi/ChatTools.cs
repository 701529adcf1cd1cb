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
        var choice = _choice ?? ToolChoice.Auto;
        return new ToolOffer
        {
            AllowsCalls = choice.Mode != ToolChoiceMode.None,
            AllowsParallelCalls = _isParallel ?? true,
            Demanded = Demanded(functions, choice, callsAreDone),
        };
    }

    /// <param name="functions">What is offered.</param>
    /// <param name="choice">What is demanded of it.</param>
    /// <param name="callsAreDone">Whether the user's question has seen a tool's result.</param>
    public static ToolCall? Demanded(
        List<OfferedTool> functions,
        ToolChoice choice,
        bool callsAreDone
    )
    {
        if (choice.Mode != ToolChoiceMode.Required)
        {
            return null;
        }
        var tool = choice.Name is { } name
            ? functions.Find(function => function.Name == name)
                ?? throw ApiErrors.WrongValue("tool_choice", "a function that is in 'tools'")
            : functions.FirstOrDefault()
                ?? throw ApiErrors.Unsupported("tool_choice", "a demand to call a custom tool");
        // A demand that outlived the tool's result would keep an agent's loop from ever ending.
        return callsAreDone ? null : tool.MinimalCall();
    }

    private readonly ToolOffer? RefuseWithoutTools() =>
        _choice is { } choice && choice.Mode != ToolChoiceMode.None
            ? throw ApiErrors.NeedsTools("tool_choice")
        : _isParallel is not null ? throw ApiErrors.NeedsTools("parallel_tool_calls")
        : null;
}
