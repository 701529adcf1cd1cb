using System.Buffers;
using System.Text;

namespace GatewayBench.FakeProviderTests;

public sealed class ReplyTextTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(5_000)]
    public void A_reply_has_exactly_as_many_tokens_as_asked_for(int tokens)
    {
        var text = Write(key: 3, tokens);

        Assert.Equal(tokens, TokenRule.Count(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(tokens, text.Split(' ').Length);
        Assert.DoesNotContain("", text.Split(' '));
    }

    [Fact]
    public void A_shorter_reply_is_the_beginning_of_the_longer_one() =>
        Assert.StartsWith(
            Write(key: 3, tokens: 10) + " ",
            Write(key: 3, tokens: 20),
            StringComparison.Ordinal
        );

    [Fact]
    public void Keys_give_different_texts() =>
        Assert.NotEqual(Write(key: 3, tokens: 10), Write(key: 4, tokens: 10));

    private static string Write(ulong key, int tokens)
    {
        var output = new ArrayBufferWriter<byte>();
        ReplyText.Write(output, key, tokens);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
