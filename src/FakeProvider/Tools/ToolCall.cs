using System.Buffers;
using System.Text;

namespace GatewayBench;

/// <summary>
/// A call of a tool. Its first piece is the call itself, without arguments; those follow, cut as
/// text is.
/// </summary>
/// <param name="name">The tool's.</param>
/// <param name="arguments">JSON, unless a script wants something else.</param>
internal sealed class ToolCall(string name, ScriptedText arguments) : ReplyPart
{
    public string Name => name;

    public override int Tokens { get; } =
        TokenRule.Count(Encoding.UTF8.GetBytes(name)) + arguments.Tokens;

    public override int Pieces => 1 + arguments.Pieces;

    public override void WritePiece(IBufferWriter<byte> output, int piece)
    {
        if (piece > 0)
        {
            arguments.WritePiece(output, piece - 1);
        }
    }

    public override void Write(IBufferWriter<byte> output) => arguments.Write(output);
}
