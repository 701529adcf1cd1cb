using System.Text.Json;

namespace GatewayBench;

/// <summary>What a stream added up to, as checks see it. Valid only inside the check.</summary>
public sealed class StreamedReply
{
    /// <summary>Far more than any model makes, and little enough to be kept.</summary>
    private const int MostCalls = 1_000;

    private readonly BodyBuffer _text;
    private readonly List<(int Index, BodyBuffer Arguments)> _calls = [];

    internal StreamedReply(BodyBuffer text) => _text = text;

    /// <summary>Events with text that a user sees; a role and empty content are none.</summary>
    public int Pieces { get; private set; }

    /// <summary>Fragments of tools' arguments that are not empty.</summary>
    public int Fragments { get; private set; }

    /// <summary>Tokens of the reply as the stream itself told them; null where it didn't.</summary>
    public int? Usage { get; internal set; }

    /// <summary>Tokens of the reply: <see cref="Usage"/>, else pieces and fragments.</summary>
    public int Tokens => Usage ?? Pieces + Fragments;

    /// <summary>Calls of tools.</summary>
    public int ToolCalls => _calls.Count;

    /// <summary>Whether each call's arguments, put together, are JSON; none at all are too.</summary>
    public bool ArgumentsAreJson => _calls.TrueForAll(call => IsJson(call.Arguments.WrittenSpan));

    /// <summary>Whether the arguments of a call, put together, hold the marker of anybody else.</summary>
    internal bool HasOther(ulong user) =>
        _calls.Exists(call => UserMarker.HasOther(call.Arguments.WrittenSpan, user));

    /// <summary>
    /// Whether the text came in one piece for each of its tokens by the fake provider's rule: true
    /// of all that it streams, unless something between has merged or split its chunks.
    /// </summary>
    public bool HasAPieceForEachToken => Pieces == TokenRule.Count(_text.WrittenSpan);

    /// <summary>Bytes of memory that it holds beside the text.</summary>
    internal int Capacity => _calls.Sum(call => call.Arguments.Capacity);

    internal void Begin()
    {
        _text.Clear();
        Rest();
        (Pieces, Fragments, Usage) = (0, 0, null);
    }

    /// <summary>Gives its memory back.</summary>
    internal void Rest()
    {
        _calls.ForEach(call => call.Arguments.Rest());
        _calls.Clear();
    }

    /// <param name="reader">On a text; on a null or nothing there is none.</param>
    internal StreamSignals AddText(ref Utf8JsonReader reader)
    {
        if (!TryAdd(_text, ref reader))
        {
            return StreamSignals.Nothing;
        }
        Pieces++;
        return StreamSignals.Text;
    }

    /// <param name="index">Which of the calls.</param>
    /// <param name="reader">On a fragment; on a null or nothing there is none.</param>
    internal StreamSignals AddArguments(int index, ref Utf8JsonReader reader)
    {
        if (!TryAdd(ArgumentsOf(index), ref reader))
        {
            return StreamSignals.Nothing;
        }
        Fragments++;
        return StreamSignals.ToolCall;
    }

    private BodyBuffer ArgumentsOf(int index)
    {
        foreach (var call in _calls)
        {
            if (call.Index == index)
            {
                return call.Arguments;
            }
        }
        if (_calls.Count == MostCalls)
        {
            throw new JsonException($"more than {MostCalls} calls of tools");
        }
        _calls.Add((index, new BodyBuffer()));
        return _calls[^1].Arguments;
    }

    /// <returns>False if it is empty.</returns>
    private static bool TryAdd(BodyBuffer target, ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.Null or JsonTokenType.None)
        {
            return false;
        }
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException($"{reader.TokenType} where a text belongs");
        }
        // Unescaped it is not longer.
        var room = target.Room(reader.ValueSpan.Length);
        var written = reader.CopyString(room.Span);
        target.Advance(written);
        return written > 0;
    }

    private static bool IsJson(ReadOnlySpan<byte> arguments)
    {
        if (arguments.IsEmpty)
        {
            return true;
        }
        var reader = new Utf8JsonReader(arguments);
        try
        {
            while (reader.Read()) { }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
