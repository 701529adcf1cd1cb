using System.Buffers;
using System.Text.Json;

namespace GatewayBench;

/// <summary>
/// Writes server-sent events whose data is JSON, straight into an answer's body. Nothing is flushed
/// here. One JSON writer per thread: an event is written in one go.
/// </summary>
internal readonly struct EventStream(IBufferWriter<byte> output)
{
    [ThreadStatic]
    private static Utf8JsonWriter? t_writer;

    public delegate void Writing<T>(Utf8JsonWriter json, in T value);

    /// <summary>An event without a name.</summary>
    public void Write<T>(in T value, Writing<T> write)
    {
        output.Write("data: "u8);
        var json = t_writer ??= new Utf8JsonWriter(output, JsonOutput.UncheckedWriter);
        json.Reset(output);
        write(json, value);
        json.Flush();
        output.Write("\n\n"u8);
    }

    /// <param name="name">The event's name.</param>
    /// <param name="value">What goes into its data.</param>
    /// <param name="write">Writes it as one JSON object.</param>
    public void Write<T>(ReadOnlySpan<byte> name, in T value, Writing<T> write)
    {
        output.Write("event: "u8);
        output.Write(name);
        output.Write("\n"u8);
        Write(value, write);
    }

    /// <summary>An event whose data is no JSON.</summary>
    public void WriteRaw(ReadOnlySpan<byte> data)
    {
        output.Write("data: "u8);
        output.Write(data);
        output.Write("\n\n"u8);
    }
}
