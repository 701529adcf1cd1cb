using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace GatewayBench;

/// <summary>JSON values as text: as patterns see them, and as they are sent.</summary>
internal static class JsonText
{
    /// <summary>A string's own text; a fraction as its shortest double; else compact JSON.</summary>
    public static string Of(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number => OfNumber(value),
            _ => Encoding.UTF8.GetString(Write(value)),
        };

    public static string Of(IEnumerable<JsonElement> values) =>
        $"[{string.Join(',', values.Select(value => Encoding.UTF8.GetString(Write(value))))}]";

    /// <summary>Compact JSON in UTF-8, without escapes that JSON does not ask for.</summary>
    public static byte[] Write(JsonElement value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonOutput.Writer))
        {
            value.WriteTo(writer);
        }
        return buffer.WrittenSpan.ToArray();
    }

    private static string OfNumber(JsonElement value)
    {
        var text = value.GetRawText();
        if (text.AsSpan().IndexOfAny('.', 'e', 'E') < 0)
        {
            return text;
        }
        var shortest = value.GetDouble().ToString(CultureInfo.InvariantCulture);
        return shortest.AsSpan().IndexOfAny('.', 'E') < 0 ? $"{shortest}.0" : shortest;
    }
}
