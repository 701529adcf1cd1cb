using System.Text.Json;

namespace GatewayBench;

/// <summary>Reads what a search has found.</summary>
internal static class SearchBody
{
    /// <summary>Whether one of the <c>documents</c> has an <c>id</c>.</summary>
    /// <returns>False too of what is no JSON.</returns>
    public static bool Holds(ReadOnlySpan<byte> body, string id)
    {
        var reader = new Utf8JsonReader(body);
        var (isWithin, found) = (false, false);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.PropertyName)
                {
                    continue;
                }
                if (reader.CurrentDepth == 1)
                {
                    isWithin = reader.ValueTextEquals("documents"u8);
                }
                // {"documents": [{"id"
                else if (isWithin && reader.CurrentDepth == 3 && reader.ValueTextEquals("id"u8))
                {
                    reader.Read();
                    found |= reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(id);
                }
            }
            return found;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
