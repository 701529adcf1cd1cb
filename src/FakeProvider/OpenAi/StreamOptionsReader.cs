using System.Text.Json;

namespace GatewayBench;

/// <summary>Reads <c>stream_options</c>.</summary>
internal static class StreamOptionsReader
{
    /// <param name="reader">On the value; afterwards on its last token.</param>
    public static bool ReadsUsage(ref Utf8JsonReader reader)
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
            if (RequestFields.TryEnter(ref reader, "include_usage"u8))
            {
                wantsUsage = RequestFields.ReadBoolean(ref reader, "stream_options.include_usage");
            }
            else
            {
                reader.Skip();
            }
        }
        return wantsUsage;
    }
}
