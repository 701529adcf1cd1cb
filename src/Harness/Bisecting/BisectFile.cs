using System.Text.Json;
using System.Text.Json.Serialization;

namespace GatewayBench;

/// <summary>The stored form of a bisection: <c>bisect.json</c>.</summary>
internal static class BisectFile
{
    public static readonly JsonSerializerOptions Options = new(ResultFile.Options)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <exception cref="IOException">It can't be written.</exception>
    public static void Write(string folder, BisectRecord record) =>
        WholeFile.Write(
            Path.Combine(folder, BisectRecord.FileName),
            [.. JsonSerializer.SerializeToUtf8Bytes(record, Options), (byte)'\n']
        );
}
