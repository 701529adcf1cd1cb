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
            JsonTokenType.StartArray => ReadAll(ref reader, Param, Most),
            var other => throw ApiErrors.WrongType(Param, other, "a string or an array of strings"),
        };

    /// <param name="reader">On an array's start; afterwards on its end.</param>
    /// <param name="name">What the array is called.</param>
    /// <param name="most">How many it may hold.</param>
    /// <returns>UTF-8 texts; null for none.</returns>
    public static List<byte[]>? ReadAll(ref Utf8JsonReader reader, string name, int most)
    {
        var stops = new List<byte[]>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var param = $"{name}[{stops.Count}]";
            if (reader.TokenType != JsonTokenType.String)
            {
                throw ApiErrors.WrongType(param, reader.TokenType, "a string");
            }
            stops.Add(ReadOne(ref reader, param));
            if (stops.Count > most)
            {
                throw ApiErrors.WrongValue(name, $"an array of at most {most} strings");
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
