using System.Text.Json;
using static GatewayBench.ChunkJson;

namespace GatewayBench;

/// <summary>Reads the body of an OpenAI chat completion.</summary>
internal static class CompletionBody
{
    /// <summary>Whether a choice has a text that is not empty, or calls a tool.</summary>
    /// <returns>False too of what is no JSON.</returns>
    public static bool HasContent(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        var found = false;
        try
        {
            while (reader.Read())
            {
                // {"choices": [{"message": {"content"
                if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 4)
                {
                    found |= IsContent(ref reader);
                }
            }
            return found;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsContent(ref Utf8JsonReader reader) =>
        Enters(ref reader, "content"u8)
            ? reader.TokenType == JsonTokenType.String && !reader.ValueSpan.IsEmpty
            : Enters(ref reader, "tool_calls"u8) && reader.TokenType == JsonTokenType.StartArray;
}
