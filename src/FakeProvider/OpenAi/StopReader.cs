using System.Text;
using System.Text.Json;

namespace GatewayBench;

/// <summary>Reads <c>stop</c>: null, a string, or an array of at most four.</summary>
internal static class StopReader
{
    private const string Param = "stop";
    private const int Most = 4;

    /// <param name="reader">On the value; afterwards on its last token.</param>
    /// <returns>UTF-8 texts; null for none.</returns>
    public static IReadOnlyList<byte[]>? Read(ref Utf8JsonReader reader) =>
        reader.TokenType switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.String => [ReadOne(ref reader, Param)],
            JsonTokenType.StartArray => ReadAll(ref reader),
            var other => throw ApiErrors.WrongType(Param, other, "a string or an array of strings"),
        };

    private static List<byte[]>? ReadAll(ref Utf8JsonReader reader)
    {
        var stops = new List<byte[]>(Most);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var param = $"{Param}[{stops.Count}]";
            if (reader.TokenType != JsonTokenType.String)
            {
                throw ApiErrors.WrongType(param, reader.TokenType, "a string");
            }
            stops.Add(ReadOne(ref reader, param));
            if (stops.Count > Most)
            {
                throw ApiErrors.WrongValue(Param, $"an array of at most {Most} strings");
            }
        }
        return stops.Count > 0 ? stops : null;
    }

    private static byte[] ReadOne(ref Utf8JsonReader reader, string param)
    {
        var stop = Encoding.UTF8.GetBytes(reader.GetString()!);
        return stop.Length > 0
            ? stop
            : throw ApiErrors.WrongValue(param, "a text that is not empty");
    }
}
