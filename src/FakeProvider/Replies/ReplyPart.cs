using System.Buffers;

namespace GatewayBench;

/// <summary>A text or a tool call of a reply, in the pieces that a stream sends it in.</summary>
internal abstract class ReplyPart
{
    /// <summary>By <see cref="TokenRule"/>.</summary>
    public abstract int Tokens { get; }

    public abstract int Pieces { get; }

    /// <summary>Writes one piece as UTF-8.</summary>
    public abstract void WritePiece(IBufferWriter<byte> output, int piece);

    /// <summary>Writes all pieces as UTF-8.</summary>
    public abstract void Write(IBufferWriter<byte> output);
}
