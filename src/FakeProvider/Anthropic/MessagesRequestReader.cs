using System.Buffers;
using System.Text.Json;
using static GatewayBench.RequestFields;

namespace GatewayBench;

/// <summary>Reads and validates a messages request in one pass over its bytes.</summary>
internal static class MessagesRequestReader
{
    /// <param name="body">The whole request body.</param>
    /// <param name="seed">Goes into the prompt's hash.</param>
    /// <param name="needsMaximum">Whether a request without <c>max_tokens</c> is refused.</param>
    /// <exception cref="ApiErrorException">The request is refused.</exception>
    public static ModelRequest Read(in ReadOnlySequence<byte> body, ulong seed, bool needsMaximum)
    {
        var request = ReadObject(body, seed, deployment: null, ReadProperties);
        return needsMaximum && request.MaxTokens is null
            ? throw ApiErrors.Missing("max_tokens")
            : request;
    }

    private static ModelRequest ReadProperties(
        ref Utf8JsonReader reader,
        ulong seed,
        string? deployment
    )
    {
        string? model = null;
        int? maxTokens = null;
        var isStreamed = false;
        var conversation = new ConversationReader(seed);

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (TryEnter(ref reader, "model"u8))
            {
                model = ReadModel(ref reader);
            }
            else if (TryEnter(ref reader, "system"u8))
            {
                conversation.ReadSystem(ref reader);
            }
            else if (TryEnter(ref reader, "messages"u8))
            {
                conversation.ReadMessages(ref reader);
            }
            else if (TryEnter(ref reader, "max_tokens"u8))
            {
                maxTokens = ReadPositive(ref reader, "max_tokens");
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
        return new ModelRequest
        {
            Model = model ?? deployment ?? throw ApiErrors.Missing("model"),
            Prompt = conversation.Prompt ?? throw ApiErrors.Missing("messages"),
            MaxTokens = maxTokens,
            IsStreamed = isStreamed,
        };
    }
}
