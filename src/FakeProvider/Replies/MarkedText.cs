using System.Buffers;

namespace GatewayBench;

/// <summary>A drawn text behind the markers of its prompt, each in as many pieces as it has tokens.</summary>
/// <param name="users">Whose markers.</param>
/// <param name="key">Which text.</param>
/// <param name="tokens">Of all of it: at least those of the markers.</param>
internal sealed class MarkedText(IReadOnlyList<ulong> users, ulong key, int tokens) : ReplyPart
{
    private readonly int _marked = TokensOf(users);

    public override int Tokens => tokens;

    public override int Pieces => tokens;

    public static int TokensOf(IReadOnlyList<ulong> users) => users.Count * UserMarker.Tokens;

    public override void WritePiece(IBufferWriter<byte> output, int piece)
    {
        var isLast = piece == tokens - 1;
        if (piece >= _marked)
        {
            ReplyText.WriteWord(output, key, piece - _marked, isLast);
            return;
        }
        Span<byte> text = stackalloc byte[UserMarker.Length + 1];
        UserMarker.Write(text, users[piece / UserMarker.Tokens]);
        text[UserMarker.Length] = (byte)' ';
        var start = piece % UserMarker.Tokens * TokenRule.BytesPerToken;
        // The last piece of a marker has the space behind it.
        var end = start + TokenRule.BytesPerToken;
        end = end > UserMarker.Length ? UserMarker.Length + (isLast ? 0 : 1) : end;
        output.Write(text[start..end]);
    }

    public override void Write(IBufferWriter<byte> output)
    {
        for (var piece = 0; piece < _marked; piece++)
        {
            WritePiece(output, piece);
        }
        if (tokens > _marked)
        {
            ReplyText.Write(output, key, tokens - _marked);
        }
    }
}
