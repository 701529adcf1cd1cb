using System.Text.Json;

namespace GatewayBench;

/// <summary>What a request to a provider will be answered with.</summary>
internal static class CallFormat
{
    /// <param name="path">With or without a query.</param>
    /// <param name="body">JSON, or anything.</param>
    /// <returns>Null for an answer in one piece.</returns>
    public static StreamFormat? Of(string path, ReadOnlySpan<byte> body)
    {
        if (!AsksForStream(body))
        {
            return null;
        }
        var endpoint = path.Split('?')[0];
        return endpoint.EndsWith("/messages", StringComparison.Ordinal)
                ? StreamFormat.AnthropicMessages
            : endpoint.EndsWith("/responses", StringComparison.Ordinal)
                ? StreamFormat.OpenAiResponses
            : StreamFormat.OpenAiChat;
    }

    private static bool AsksForStream(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            while (reader.Read())
            {
                if (reader is { CurrentDepth: 1, TokenType: JsonTokenType.PropertyName })
                {
                    var isStream = reader.ValueTextEquals("stream"u8);
                    reader.Read();
                    if (isStream)
                    {
                        return reader.TokenType == JsonTokenType.True;
                    }
                    reader.TrySkip();
                }
            }
        }
        catch (JsonException)
        {
            // The provider will refuse it, in one piece.
        }
        return false;
    }
}
