using System.Buffers;

namespace GatewayBench;

/// <summary>Parts as UTF-8 text in a buffer that each thread keeps: valid until the next call.</summary>
internal static class PartText
{
    private const int MostKept = 1 << 20;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? t_text;

    public static ReadOnlySpan<byte> Whole(ReplyPart part)
    {
        var text = Empty();
        part.Write(text);
        return text.WrittenSpan;
    }

    public static ReadOnlySpan<byte> Piece(ReplyPart part, int piece)
    {
        var text = Empty();
        part.WritePiece(text, piece);
        return text.WrittenSpan;
    }

    private static ArrayBufferWriter<byte> Empty()
    {
        // One long reply is not to stay in the memory of every thread that wrote it.
        if (t_text is null or { Capacity: > MostKept })
        {
            t_text = new ArrayBufferWriter<byte>();
        }
        t_text.ResetWrittenCount();
        return t_text;
    }
}
