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
    [InlineData("[[gb:[[gb:7]] [[gb:8]]", 0, 7)]
    public void The_first_marker_counts(string text, ulong high, ulong low)
    {
        Assert.True(PromptMarker.TryFind(Encoding.UTF8.GetBytes(text), out var id), text);
        Assert.Equal(new RequestId(high, low), id);
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
