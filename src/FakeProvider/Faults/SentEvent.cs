namespace GatewayBench;

/// <summary>The bytes of a server-sent event as <see cref="EventStream"/> writes it.</summary>
internal static class SentEvent
{
    private static ReadOnlySpan<byte> Data => "data: "u8;

    public static readonly ReadOnlyMemory<byte> End = "\n\n"u8.ToArray();

    /// <summary>Where its data is, which takes one line and is the last.</summary>
    public static (int Start, int Length) DataOf(ReadOnlySpan<byte> chunk)
    {
        var start = chunk.IndexOf(Data) + Data.Length;
        return (start, chunk.Length - End.Length - start);
    }

    /// <summary>Whether it says, in any wire format, that the stream is complete.</summary>
    public static bool IsLast(ReadOnlySpan<byte> chunk) =>
        chunk.StartsWith("data: [DONE]"u8)
        || chunk.StartsWith("event: message_stop\n"u8)
        || chunk.StartsWith("event: response.completed\n"u8)
        || chunk.StartsWith("event: response.incomplete\n"u8);
}
