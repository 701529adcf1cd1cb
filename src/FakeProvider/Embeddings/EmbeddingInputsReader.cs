using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace GatewayBench;

/// <summary>
/// Reads the <c>input</c> of an embeddings request: a text, an array of tokens, or an array of either.
/// </summary>
internal sealed class EmbeddingInputsReader(ulong seed)
{
    public const int MostInputs = 2048;
    public const int MostTokensPerInput = 8192;
    public const int MostTokens = 300_000;

    private const string Param = "input";
    private const string Expected = "a string, an array of strings, or of arrays of tokens";
    private const ulong TokenSalt = 0x746F_6B65_6E00;

    private readonly List<EmbeddingInput> _inputs = [];
    private StableHash _hash = new(seed);
    private int _tokens;
    private RequestId? _marked;

    public IReadOnlyList<EmbeddingInput> Inputs => _inputs;

    /// <summary>Of all inputs together.</summary>
    public Prompt Prompt => new(_tokens, _hash.Value, Marked: _marked);

    /// <param name="reader">On the value of <c>input</c>; afterwards on its last token.</param>
    public void Read(ref Utf8JsonReader reader)
    {
        _inputs.Clear();
        _hash = new StableHash(seed);
        _tokens = 0;
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                AddText(ref reader, Param);
                break;
            case JsonTokenType.StartArray:
                ReadArray(ref reader);
                break;
            default:
                throw ApiErrors.WrongType(Param, reader.TokenType, Expected);
        }
    }

    private void ReadArray(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Number)
        {
            AddTokens(ref reader, Param);
            return;
        }
        var first = reader.TokenType;
        var index = 0;
        for (; reader.TokenType != JsonTokenType.EndArray; reader.Read(), index++)
        {
            // Beyond the maximum they are only counted, for the error to say how many there are.
            if (index >= MostInputs)
            {
                reader.Skip();
                continue;
            }
            ReadElement(ref reader, first, $"{Param}[{index}]");
        }
        if (index == 0)
        {
            throw ApiErrors.EmptyArray(Param);
        }
        if (index > MostInputs)
        {
            throw ApiErrors.TooMany(Param, "inputs", index, MostInputs, "array_above_max_length");
        }
    }

    private void ReadElement(ref Utf8JsonReader reader, JsonTokenType first, string param)
    {
        if (reader.TokenType == JsonTokenType.String && first == JsonTokenType.String)
        {
            AddText(ref reader, param);
        }
        else if (reader.TokenType == JsonTokenType.StartArray && first == JsonTokenType.StartArray)
        {
            reader.Read();
            AddTokens(ref reader, param);
        }
        else
        {
            var expected = first switch
            {
                JsonTokenType.String => "a string, as the inputs before it",
                JsonTokenType.StartArray => "an array of tokens, as the inputs before it",
                _ => "a string, a token, or an array of tokens",
            };
            throw ApiErrors.WrongType(param, reader.TokenType, expected);
        }
    }

    private void AddText(ref Utf8JsonReader reader, string param)
    {
        var length = reader.HasValueSequence
            ? (int)reader.ValueSequence.Length
            : reader.ValueSpan.Length;
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            var text = buffer.AsSpan(0, reader.CopyString(buffer));
            if (text.IsEmpty)
            {
                throw ApiErrors.WrongValue(param, "a text that is not empty");
            }
            var tokens = Math.Max(1, TokenRule.Count(text));
            Admit(tokens, param);
            if (PromptMarker.TryFind(text, out var id))
            {
                _marked = id;
            }
            var key = new StableHash(seed);
            key.Add(text);
            Add(new EmbeddingInput(tokens, key.Value, EmbeddingWords.Of(text, seed)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <param name="reader">On the first token; afterwards on the array's end.</param>
    /// <param name="param">What the array is called.</param>
    private void AddTokens(ref Utf8JsonReader reader, string param)
    {
        var words = new List<ulong>();
        var key = new StableHash(seed ^ TokenSalt);
        var count = 0;
        for (; reader.TokenType != JsonTokenType.EndArray; reader.Read(), count++)
        {
            if (
                reader.TokenType != JsonTokenType.Number
                || !reader.TryGetInt32(out var token)
                || token < 0
            )
            {
                throw ApiErrors.WrongValue(
                    string.Create(CultureInfo.InvariantCulture, $"{param}[{count}]"),
                    $"a token: an integer from 0 to {int.MaxValue}"
                );
            }
            if (count < MostTokensPerInput)
            {
                key.Add((ulong)token);
                words.Add(SplitMix64.At(seed ^ TokenSalt, (ulong)token));
            }
        }
        if (count == 0)
        {
            throw ApiErrors.EmptyArray(param);
        }
        Admit(count, param);
        Add(new EmbeddingInput(count, key.Value, [.. words]));
    }

    private void Admit(int tokens, string param)
    {
        const string TooLong = "context_length_exceeded";
        if (tokens > MostTokensPerInput)
        {
            throw ApiErrors.TooMany(param, "tokens", tokens, MostTokensPerInput, TooLong);
        }
        _tokens += tokens;
        if (_tokens > MostTokens)
        {
            throw ApiErrors.TooMany(Param, "tokens", _tokens, MostTokens, TooLong);
        }
    }

    private void Add(EmbeddingInput input)
    {
        _hash.Add(input.Key);
        _inputs.Add(input);
    }
}
