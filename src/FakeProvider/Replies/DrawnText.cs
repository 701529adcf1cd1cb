using System.Buffers;

namespace GatewayBench;

/// <summary>A text of drawn words, each of them one token and one piece.</summary>
/// <param name="key">Which text.</param>
/// <param name="tokens">How many words: at least one.</param>
internal sealed class DrawnText(ulong key, int tokens) : ReplyPart
{
    public override int Tokens => tokens;

    public override int Pieces => tokens;

    public override void WritePiece(IBufferWriter<byte> output, int piece) =>
        ReplyText.WriteWord(output, key, piece, isLast: piece == tokens - 1);

    public override void Write(IBufferWriter<byte> output) => ReplyText.Write(output, key, tokens);
}
