using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace GatewayBench;

/// <summary>
/// Counts the tokens of messages and hashes them. The hash sees JSON values, not bytes, so white
/// space and escapes do not change a reply.
/// </summary>
internal struct PromptTally(ulong seed)
{
    private StableHash _hash = new(seed);
    private int _tokens = TokenRule.PerPrompt;
    private int _step;
    private RequestId? _marked;

    public readonly Prompt Prompt => new(_tokens, _hash.Value, _step, _marked);

    public void AddMessage() => _tokens += TokenRule.PerMessage;

    /// <summary>The message that was added last is an assistant's.</summary>
    public void AddStep() => _step++;

    /// <param name="reader">On the token to add.</param>
    /// <param name="isCounted">Whether its text, if it is a string, costs tokens.</param>
    public void Add(ref Utf8JsonReader reader, bool isCounted)
    {
        _hash.Add((ulong)reader.TokenType);
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                AddText(ref reader, isCounted: false);
                break;
            case JsonTokenType.String:
                AddText(ref reader, isCounted);
                break;
            case JsonTokenType.Number:
                _hash.Add(
                    reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan
                );
                break;
        }
    }

    /// <summary>Adds a property's name and moves on to its value.</summary>
    /// <returns>Whether the text of the value is counted.</returns>
    public bool AddProperty(ref Utf8JsonReader reader)
    {
        var isCounted = TokenRule.CountsProperty(ref reader);
        Add(ref reader, isCounted: false);
        reader.Read();
        return isCounted;
    }

    /// <summary>Adds a value with all that is in it; leaves the reader on its last token.</summary>
    public void AddValue(ref Utf8JsonReader reader, bool isCounted)
    {
        var depth = reader.CurrentDepth;
        Add(ref reader, isCounted);
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return;
        }
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                isCounted = AddProperty(ref reader);
            }
            Add(ref reader, isCounted);
        }
        Add(ref reader, isCounted: false);
    }

    /// <summary>Adds the arguments of a tool's call as JSON: all texts in them are counted.</summary>
    /// <param name="reader">On the start of an object; afterwards on its end.</param>
    public void AddArguments(ref Utf8JsonReader reader)
    {
        var depth = reader.CurrentDepth;
        do
        {
            Add(ref reader, isCounted: true);
        } while (reader.Read() && reader.CurrentDepth > depth);
        Add(ref reader, isCounted: false);
    }

    private void AddText(ref Utf8JsonReader reader, bool isCounted)
    {
        if (!reader.HasValueSequence && !reader.ValueIsEscaped)
        {
            AddText(reader.ValueSpan, isCounted);
            return;
        }
        var length = reader.HasValueSequence
            ? (int)reader.ValueSequence.Length
            : reader.ValueSpan.Length;
        var unescaped = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            AddText(unescaped.AsSpan(0, reader.CopyString(unescaped)), isCounted);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(unescaped);
        }
    }

    private void AddText(ReadOnlySpan<byte> text, bool isCounted)
    {
        if (!Utf8.IsValid(text))
        {
            throw ApiErrors.BadJson();
        }
        _hash.Add(text);
        if (!isCounted)
        {
            return;
        }
        _tokens += TokenRule.Count(text);
        if (PromptMarker.TryFind(text, out var id))
        {
            _marked = id;
        }
    }
}
