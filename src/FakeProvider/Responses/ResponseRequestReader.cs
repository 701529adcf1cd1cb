using System.Text.Json;
using static GatewayBench.RequestFields;

namespace GatewayBench;

/// <summary>Reads and validates a request for a response in one pass over its bytes.</summary>
internal static class ResponseRequestReader
{
    /// <exception cref="ApiErrorException">The request is refused.</exception>
    public static ResponseRequest Read(in RequestSource source) =>
        ReadObject(source, ReadProperties);

    private static ResponseRequest ReadProperties(
        ref Utf8JsonReader reader,
        in RequestSource source
    )
    {
        string? model = null;
        Prompt? input = null;
        Prompt? instructions = null;
        int? maxTokens = null;
        var turn = default(Turn);
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
                input = InputReader.Read(ref reader, source.Seed, out turn);
            }
            else if (TryEnter(ref reader, "instructions"u8))
            {
                instructions = ReadInstructions(ref reader, source.Seed);
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
            Model = model ?? source.Deployment ?? throw ApiErrors.Missing("model"),
            Prompt = Together(instructions, input ?? throw ApiErrors.Missing("input")),
            MaxTokens = maxTokens,
            IsStreamed = isStreamed,
            UserText = source.ReadsUserText ? turn.UserText(source.Body) : null,
            TurnStep = turn.Step,
            Tools = ResponseTools.Offer(echo, callsAreDone: turn.HasToolResult),
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
                Marked = input.Marked ?? first.Marked,
            }
            : input;
}
