using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>
/// Writes a whole JSON answer with its length, by way of buffers that each thread keeps. The server
/// flushes when the request ends, so nothing here waits.
/// </summary>
internal static class JsonResponse
{
    // A thread keeps what ordinary answers need; thousands of vectors may take many megabytes.
    private const int MostKeptBytes = 1 << 20;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? t_buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? t_writer;

    public delegate void Writing<T>(Utf8JsonWriter json, in T value);

    public static void Write<T>(HttpResponse response, int status, in T value, Writing<T> write)
    {
        var buffer = t_buffer ??= new ArrayBufferWriter<byte>();
        var writer = t_writer ??= new Utf8JsonWriter(buffer, JsonOutput.UncheckedWriter);
        buffer.ResetWrittenCount();
        writer.Reset();
        write(writer, value);
        writer.Flush();
        Write(response, status, buffer.WrittenSpan);
        if (buffer.Capacity > MostKeptBytes)
        {
            t_buffer = null;
            t_writer = null;
        }
    }

    public static void Write(HttpResponse response, int status, ReadOnlySpan<byte> json)
    {
        response.StatusCode = status;
        response.ContentType = "application/json";
        response.ContentLength = json.Length;
        response.BodyWriter.Write(json);
    }

    public static void Write(HttpResponse response, ApiError error) =>
        Write(response, error.Status, error, WriteError);

    public static void WriteError(Utf8JsonWriter json, in ApiError error)
    {
        json.WriteStartObject();
        json.WriteStartObject("error"u8);
        json.WriteString("message"u8, error.Message);
        json.WriteString("type"u8, error.Type);
        json.WriteString("param"u8, error.Param);
        json.WriteString("code"u8, error.Code);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
