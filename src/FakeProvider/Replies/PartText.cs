using System.Buffers;

namespace GatewayBench;

/// <summary>Parts as UTF-8 text in a buffer that each thread keeps: valid until the next call.</summary>
internal static class PartText
{
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
        var text = t_text ??= new ArrayBufferWriter<byte>();
        text.ResetWrittenCount();
        return text;
    }
}
