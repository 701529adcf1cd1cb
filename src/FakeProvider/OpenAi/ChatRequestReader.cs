using System.Buffers;
using System.Text.Json;

namespace GatewayBench;

/// <summary>Reads and validates a chat request in one pass over its bytes.</summary>
internal static class ChatRequestReader
{
    /// <param name="body">The whole request body.</param>
    /// <param name="seed">Goes into the prompt's hash.</param>
    /// <param name="deployment">The model where the body names none; null where it has to.</param>
    /// <exception cref="ApiErrorException">The request is refused.</exception>
    public static ChatRequest Read(in ReadOnlySequence<byte> body, ulong seed, string? deployment)
    {
        var reader = new Utf8JsonReader(body);
        try
        {
            return ReadObject(ref reader, seed, deployment);
        }
        catch (JsonException e)
        {
            throw ApiErrors.BadJson(e);
        }
        catch (InvalidOperationException)
        {
            // Text that is no valid UTF-8, or half of a surrogate pair, is found only when it is read.
            throw ApiErrors.BadJson();
        }
    }

    private static ChatRequest ReadObject(ref Utf8JsonReader reader, ulong seed, string? deployment)
    {
        string? model = null;
        Prompt? prompt = null;
        int? maxTokens = null;
        int? maxCompletionTokens = null;

        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw ApiErrors.NotAnObject();
        }
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
                RefuseSeveralChoices(ref reader);
            }
            else if (TryEnter(ref reader, "stream"u8))
            {
                RefuseStream(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }
        // Makes the reader look at what follows the object: only white space is allowed.
        reader.Read();

        return new ChatRequest(
            model ?? deployment ?? throw ApiErrors.Missing("model"),
            prompt ?? throw ApiErrors.Missing("messages"),
            maxCompletionTokens ?? maxTokens
        );
    }

    private static bool TryEnter(ref Utf8JsonReader reader, ReadOnlySpan<byte> property) =>
        reader.ValueTextEquals(property) && reader.Read();

    private static string ReadModel(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw ApiErrors.WrongType("model", reader.TokenType, "a string");
        }
        var model = reader.GetString();
        return string.IsNullOrEmpty(model) ? throw ApiErrors.Missing("model") : model;
    }

    private static int? ReadPositive(ref Utf8JsonReader reader, string param)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }
        if (reader.TokenType != JsonTokenType.Number)
        {
            throw ApiErrors.WrongType(param, reader.TokenType, "an integer");
        }
        return reader.TryGetInt32(out var value) && value > 0
            ? value
            : throw ApiErrors.WrongValue(param, $"an integer from 1 to {int.MaxValue}");
    }

    private static void RefuseSeveralChoices(ref Utf8JsonReader reader)
    {
        if (ReadPositive(ref reader, "n") is > 1)
        {
            throw ApiErrors.Unsupported("n", "more than one choice: leave 'n' out, or send 1");
        }
    }

    private static void RefuseStream(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.True)
        {
            throw ApiErrors.Unsupported("stream", "streaming: leave 'stream' out, or send false");
        }
        if (reader.TokenType is not (JsonTokenType.False or JsonTokenType.Null))
        {
            throw ApiErrors.WrongType("stream", reader.TokenType, "a boolean");
        }
    }
}
