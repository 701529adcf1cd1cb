using System.Text;

namespace GatewayBench.FakeProviderTests;

public sealed class PromptMarkerTests
{
    [Theory]
    [InlineData("[[gb:2a]]", 0, 0x2a)]
    [InlineData("Before [[gb:2A]] and after", 0, 0x2a)]
    [InlineData("[[gb:10000000000000002]]", 1, 2)]
    [InlineData("[[gb:0af7651916cd43dd8448eb211c80319c]]", 0x0af7651916cd43dd, 0x8448eb211c80319c)]
    [InlineData("[[gb:no]] [[gb:7]]", 0, 7)]
    [InlineData("[[gb:7]] [[gb:no]]", 0, 7)]
    [InlineData("[[gb:[[gb:7]] [[gb:8]]", 0, 8)]
    public void The_last_marker_counts(string text, ulong high, ulong low)
    {
        Assert.True(PromptMarker.TryFind(Encoding.UTF8.GetBytes(text), out var id), text);
        Assert.Equal(new RequestId(high, low), id);
    }

    [Fact]
    public void A_text_of_one_is_found_again_and_taken_out()
    {
        var id = new RequestId(1, 0xABC);

        var text = PromptMarker.TextOf(id);

        Assert.True(PromptMarker.TryFind(Encoding.UTF8.GetBytes(text), out var found));
        Assert.Equal(id, found);
        Assert.Equal("a b", PromptMarker.Without($"a {text} b{text}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("gb:2a")]
    [InlineData("[[gb:]]")]
    [InlineData("[[gb:0]]")]
    [InlineData("[[gb:2a]")]
    [InlineData("[[gb: 2a]]")]
    [InlineData("[[gb:0x2a]]")]
    [InlineData("[[gb:+1]]")]
    [InlineData("[[gb:000000000000000000000000000000001]]")]
    public void What_only_looks_like_one_is_text(string text) =>
        Assert.False(PromptMarker.TryFind(Encoding.UTF8.GetBytes(text), out _), text);
}
