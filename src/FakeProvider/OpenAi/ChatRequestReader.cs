using System.Buffers;
using System.Text.Json;
using static GatewayBench.RequestFields;

namespace GatewayBench;

/// <summary>Reads and validates a chat request in one pass over its bytes.</summary>
internal static class ChatRequestReader
{
    private const int MaxChoices = 128;

    /// <param name="body">The whole request body.</param>
    /// <param name="seed">Goes into the prompt's hash.</param>
    /// <param name="deployment">The model where the body names none; null where it has to.</param>
    /// <exception cref="ApiErrorException">The request is refused.</exception>
    public static ModelRequest Read(
        in ReadOnlySequence<byte> body,
        ulong seed,
        string? deployment
    ) => ReadObject(body, seed, deployment, ReadProperties);

    private static ModelRequest ReadProperties(
        ref Utf8JsonReader reader,
        ulong seed,
        string? deployment
    )
    {
        string? model = null;
        Prompt? prompt = null;
        int? maxTokens = null;
        int? maxCompletionTokens = null;
        var isStreamed = false;
        var wantsUsage = false;
        var choices = 1;

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (TryEnter(ref reader, "model"u8))
            {
                model = ReadModel(ref reader);
            }
            else if (TryEnter(ref reader, "messages"u8))
            {
                prompt = MessagesReader.Read(ref reader, seed);
            }
            else if (TryEnter(ref reader, "max_tokens"u8))
            {
                maxTokens = ReadPositive(ref reader, "max_tokens");
            }
            else if (TryEnter(ref reader, "max_completion_tokens"u8))
            {
                maxCompletionTokens = ReadPositive(ref reader, "max_completion_tokens");
            }
            else if (TryEnter(ref reader, "n"u8))
            {
                choices = ReadPositive(ref reader, "n", MaxChoices) ?? 1;
            }
            else if (TryEnter(ref reader, "stream"u8))
            {
                isStreamed = ReadBoolean(ref reader, "stream");
            }
            else if (TryEnter(ref reader, "stream_options"u8))
            {
                wantsUsage = ReadIncludeUsage(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }
        return new ModelRequest
        {
            Model = model ?? deployment ?? throw ApiErrors.Missing("model"),
            Prompt = prompt ?? throw ApiErrors.Missing("messages"),
            MaxTokens = maxCompletionTokens ?? maxTokens,
            Choices = choices,
            IsStreamed = isStreamed,
            WantsUsage = wantsUsage,
        };
    }

    private static bool ReadIncludeUsage(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return false;
        }
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw ApiErrors.WrongType("stream_options", reader.TokenType, "an object");
        }
        var wantsUsage = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (TryEnter(ref reader, "include_usage"u8))
            {
                wantsUsage = ReadBoolean(ref reader, "stream_options.include_usage");
            }
            else
            {
                reader.Skip();
            }
        }
        return wantsUsage;
    }
}
