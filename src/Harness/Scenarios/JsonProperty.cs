using System.Text;
using System.Text.Json;

namespace GatewayBench;

/// <summary>Reads one property of a JSON object without making an object of it.</summary>
internal static class JsonProperty
{
    /// <returns>
    /// The string, or the raw JSON of another kind of value; null when the text is not a JSON
    /// object, is malformed anywhere, lacks the property, or has a string there that is no Unicode.
    /// </returns>
    public static string? Of(ReadOnlySpan<byte> json, string property)
    {
        var reader = new Utf8JsonReader(json);
        string? found = null;
        try
        {
            while (reader.Read())
            {
                if (
                    reader.TokenType == JsonTokenType.PropertyName
                    && reader.CurrentDepth == 1
                    && reader.ValueTextEquals(property)
                )
                {
                    reader.Read();
                    found = ValueOf(ref reader, json);
                }
            }
            return found;
        }
        // A text that is no Unicode, such as half of a surrogate pair, is an invalid operation there.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? ValueOf(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString();
        }
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return reader.TokenType == JsonTokenType.Null
            ? null
            : Encoding.UTF8.GetString(json[start..(int)reader.BytesConsumed]);
    }
}
