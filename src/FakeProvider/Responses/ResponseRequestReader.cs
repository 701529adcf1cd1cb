using System.Buffers;
using System.Text.Json;
using static GatewayBench.RequestFields;

namespace GatewayBench;

/// <summary>Reads and validates a request for a response in one pass over its bytes.</summary>
internal static class ResponseRequestReader
{
    /// <param name="body">The whole request body.</param>
    /// <param name="seed">Goes into the prompt's hash.</param>
    /// <param name="deployment">The model where the body names none; null where it has to.</param>
    /// <exception cref="ApiErrorException">The request is refused.</exception>
    public static ResponseRequest Read(
        in ReadOnlySequence<byte> body,
        ulong seed,
        string? deployment
    ) => ReadObject(body, seed, deployment, ReadProperties);

    private static ResponseRequest ReadProperties(
        ref Utf8JsonReader reader,
        ulong seed,
        string? deployment
    )
    {
        string? model = null;
        Prompt? input = null;
        Prompt? instructions = null;
        int? maxTokens = null;
        var isStreamed = false;
        var echo = new ResponseEcho();

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            echo.Keep(reader);
            if (TryEnter(ref reader, "model"u8))
            {
                model = ReadModel(ref reader);
            }
            else if (TryEnter(ref reader, "input"u8))
            {
                input = InputReader.Read(ref reader, seed);
            }
            else if (TryEnter(ref reader, "instructions"u8))
            {
                instructions = ReadInstructions(ref reader, seed);
            }
            else if (TryEnter(ref reader, "max_output_tokens"u8))
            {
                maxTokens = ReadPositive(ref reader, "max_output_tokens");
            }
            else if (TryEnter(ref reader, "stream"u8))
            {
                isStreamed = ReadBoolean(ref reader, "stream");
            }
            else
            {
                reader.Skip();
            }
        }
        return new ResponseRequest
        {
            Model = model ?? deployment ?? throw ApiErrors.Missing("model"),
            Prompt = Together(instructions, input ?? throw ApiErrors.Missing("input")),
            MaxTokens = maxTokens,
            IsStreamed = isStreamed,
            Echo = echo,
        };
    }

    private static Prompt? ReadInstructions(ref Utf8JsonReader reader, ulong seed) =>
        reader.TokenType == JsonTokenType.Null ? null : InputReader.ReadText(ref reader, seed);

    /// <summary>Instructions count as one more message, wherever they stand in the body.</summary>
    private static Prompt Together(Prompt? instructions, Prompt input) =>
        instructions is { } first
            ? input with
            {
                Tokens = first.Tokens + input.Tokens - TokenRule.PerPrompt,
                Hash = SplitMix64.At(first.Hash, input.Hash),
            }
            : input;
}
