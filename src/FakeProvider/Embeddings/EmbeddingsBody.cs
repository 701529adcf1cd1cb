using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;

namespace GatewayBench;

/// <summary>Writes a list of embeddings in OpenAI's format.</summary>
internal static class EmbeddingsBody
{
    public static void Write(Utf8JsonWriter json, EmbeddingRequest request)
    {
        json.WriteStartObject();
        json.WriteString("object"u8, "list"u8);
        WriteData(json, request);
        json.WriteString("model"u8, request.Model);
        json.WriteStartObject("usage"u8);
        json.WriteNumber("prompt_tokens"u8, request.Prompt.Tokens);
        json.WriteNumber("total_tokens"u8, request.Prompt.Tokens);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteData(Utf8JsonWriter json, EmbeddingRequest request)
    {
        var vector = ArrayPool<float>.Shared.Rent(request.Dimensions);
        try
        {
            json.WriteStartArray("data"u8);
            for (var i = 0; i < request.Inputs.Count; i++)
            {
                var entries = vector.AsSpan(0, request.Dimensions);
                EmbeddingVector.Fill(entries, request.Inputs[i]);
                json.WriteStartObject();
                json.WriteString("object"u8, "embedding"u8);
                json.WriteNumber("index"u8, i);
                WriteVector(json, entries, request.IsBase64);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        finally
        {
            ArrayPool<float>.Shared.Return(vector);
        }
    }

    private static void WriteVector(Utf8JsonWriter json, ReadOnlySpan<float> vector, bool isBase64)
    {
        if (isBase64)
        {
            WriteBase64(json, vector);
            return;
        }
        json.WriteStartArray("embedding"u8);
        foreach (var entry in vector)
        {
            json.WriteNumberValue(entry);
        }
        json.WriteEndArray();
    }

    private static void WriteBase64(Utf8JsonWriter json, ReadOnlySpan<float> vector)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(vector.Length * sizeof(float));
        try
        {
            var bytes = buffer.AsSpan(0, vector.Length * sizeof(float));
            for (var i = 0; i < vector.Length; i++)
            {
                BinaryPrimitives.WriteSingleLittleEndian(bytes[(i * sizeof(float))..], vector[i]);
            }
            json.WriteBase64String("embedding"u8, bytes);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
