using System.Buffers;
using System.Text;

namespace GatewayBench;

/// <summary>A given text, cut into tokens by <see cref="TokenRule"/>, each of them one piece.</summary>
internal sealed class ScriptedText : ReplyPart
{
    private readonly ReadOnlyMemory<byte> _utf8;
    private readonly int[] _starts;

    /// <param name="utf8">Any text; an empty one has no piece.</param>
    public ScriptedText(ReadOnlyMemory<byte> utf8)
        : this(utf8, TokenRule.Starts(utf8.Span)) { }

    public ScriptedText(string text)
        : this(Encoding.UTF8.GetBytes(text)) { }

    private ScriptedText(ReadOnlyMemory<byte> utf8, int[] starts)
    {
        _utf8 = utf8;
        _starts = starts;
    }

    public override int Tokens => _starts.Length;

    // White space alone costs nothing and yet has to be sent.
    public override int Pieces => _starts.Length == 0 && !_utf8.IsEmpty ? 1 : _starts.Length;

    /// <summary>The text up to so many tokens.</summary>
    public ScriptedText First(int tokens) =>
        tokens < Tokens ? new ScriptedText(_utf8[..Start(tokens)], _starts[..tokens]) : this;

    public override void WritePiece(IBufferWriter<byte> output, int piece) =>
        output.Write(_utf8.Span[Start(piece)..Start(piece + 1)]);

    public override void Write(IBufferWriter<byte> output) => output.Write(_utf8.Span);

    // White space belongs to the word before it, and to the first word where none is before it.
    private int Start(int piece) =>
        piece == 0 ? 0
        : piece < _starts.Length ? _starts[piece]
        : _utf8.Length;
}
