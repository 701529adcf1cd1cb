using System.Buffers;
using System.Text;

namespace GatewayBench.FakeProviderTests;

public sealed class ScriptedTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("hello world")]
    [InlineData("  hello \n internationalisation, of course  ")]
    [InlineData("日本語のテキスト und größere Wörter 🎉🎉🎉🎉")]
    public void The_pieces_together_are_the_text_and_each_is_valid(string text)
    {
        var scripted = new ScriptedText(text);

        var pieces = Enumerable.Range(0, scripted.Pieces).Select(i => Piece(scripted, i)).ToList();

        Assert.Equal(text, string.Concat(pieces));
        Assert.DoesNotContain("", pieces);
        Assert.DoesNotContain(pieces, piece => piece.Contains('\uFFFD', StringComparison.Ordinal));
        Assert.Equal(TokenRule.Count(Encoding.UTF8.GetBytes(text)), scripted.Tokens);
    }

    [Fact]
    public void Each_token_is_a_piece_with_the_white_space_behind_it()
    {
        var scripted = new ScriptedText("  one\n two international ");

        var pieces = Enumerable.Range(0, scripted.Pieces).Select(i => Piece(scripted, i));

        Assert.Equal(["  one\n ", "two ", "intern", "ationa", "l "], pieces);
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "one ")]
    [InlineData(2, "one two ")]
    [InlineData(3, "one two three")]
    [InlineData(9, "one two three")]
    public void A_text_is_cut_after_a_token(int tokens, string expected)
    {
        var cut = new ScriptedText("one two three").First(tokens);

        Assert.Equal(expected, Whole(cut));
        Assert.Equal(Math.Min(tokens, 3), cut.Tokens);
        Assert.Equal(cut.Tokens, cut.Pieces);
    }

    [Theory]
    [InlineData("four", "one two three ")]
    [InlineData("e", "on")]
    [InlineData("o t", "one tw")]
    [InlineData("one", "")]
    [InlineData("five,three,two", "one ")]
    public void A_reply_ends_before_the_first_stop_sequence(string stops, string expected)
    {
        var text = new ScriptedText("one two three four");

        var cut = StopSequences.Cut(
            text,
            [.. stops.Split(',').Select(Encoding.UTF8.GetBytes)],
            out _
        );

        Assert.Equal(expected, Whole(Assert.IsType<ScriptedText>(cut)));
    }

    [Fact]
    public void A_text_without_the_stop_sequence_is_not_cut() =>
        Assert.Null(StopSequences.Cut(new ScriptedText("one two"), ["three"u8.ToArray()], out _));

    private static string Piece(ReplyPart part, int piece)
    {
        var output = new ArrayBufferWriter<byte>();
        part.WritePiece(output, piece);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static string Whole(ReplyPart part)
    {
        var output = new ArrayBufferWriter<byte>();
        part.Write(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
