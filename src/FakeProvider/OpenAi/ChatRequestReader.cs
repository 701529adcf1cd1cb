using System.Buffers;
using System.Text.Json;

namespace GatewayBench;

/// <summary>Reads and validates a chat request in one pass over its bytes.</summary>
internal static class ChatRequestReader
{
    private const int MaxChoices = 128;

    /// <param name="body">The whole request body.</param>
    /// <param name="seed">Goes into the prompt's hash.</param>
    /// <param name="deployment">The model where the body names none; null where it has to.</param>
    /// <exception cref="ApiErrorException">The request is refused.</exception>
    public static ModelRequest Read(in ReadOnlySequence<byte> body, ulong seed, string? deployment)
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

    private static ModelRequest ReadObject(
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
                choices = ReadChoices(ref reader);
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
        // Makes the reader look at what follows the object: only white space is allowed.
        reader.Read();

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

    private static int ReadChoices(ref Utf8JsonReader reader)
    {
        var choices = ReadPositive(ref reader, "n") ?? 1;
        return choices <= MaxChoices
            ? choices
            : throw ApiErrors.WrongValue("n", $"an integer from 1 to {MaxChoices}");
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

    private static bool ReadBoolean(ref Utf8JsonReader reader, string param) =>
        reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False or JsonTokenType.Null => false,
            var other => throw ApiErrors.WrongType(param, other, "a boolean"),
        };
}
