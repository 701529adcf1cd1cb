using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GatewayBench;

/// <summary>The stored form of a result: <c>result.json</c>.</summary>
public static class ResultFile
{
    internal static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // A file can say null where there is none; readers could not say what is wrong with it.
        RespectNullableAnnotations = true,
        // Not for pages: it leaves base64 as it is, which is most of the file.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new HistogramConverter() },
    };

    /// <summary>The result as UTF-8 JSON.</summary>
    public static byte[] Serialize(LoadResult result) =>
        JsonSerializer.SerializeToUtf8Bytes(result, Options);

    /// <summary>Reads a stored result; fields that this version does not know are ignored.</summary>
    /// <exception cref="InvalidDataException">Not a result, or of a version this build can't read.</exception>
    public static LoadResult Deserialize(ReadOnlySpan<byte> json)
    {
        LoadResult result;
        try
        {
            result =
                JsonSerializer.Deserialize<LoadResult>(json, Options)
                ?? throw new InvalidDataException("Not a result: the JSON is null.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"Not a result: {e.Message}", e);
        }
        if (result.Rows.Any(row => row is null))
        {
            throw new InvalidDataException("Not a result: a row is null.");
        }
        return result.SchemaVersion == LoadResult.CurrentSchemaVersion
            ? result
            : throw new InvalidDataException(
                $"schemaVersion {result.SchemaVersion} can't be read; allowed: {LoadResult.CurrentSchemaVersion}."
            );
    }

    private sealed class HistogramConverter : JsonConverter<LongHistogram>
    {
        public override LongHistogram Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) =>
            HistogramEncoding.DecodeFromBase64(
                reader.GetString() ?? throw new JsonException("a histogram is null")
            );

        public override void Write(
            Utf8JsonWriter writer,
            LongHistogram value,
            JsonSerializerOptions options
        ) => writer.WriteStringValue(value.EncodeIntoBase64());
    }
}
