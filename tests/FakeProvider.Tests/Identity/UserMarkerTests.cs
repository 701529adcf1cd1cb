using System.Buffers;
using System.Text;

namespace GatewayBench.FakeProviderTests;

public sealed class UserMarkerTests
{
    private const ulong Own = 0x0123456789abcdef;

    [Fact]
    public void A_text_of_one_is_found_again()
    {
        var text = UserMarker.TextOf(0x2a);
        var written = new byte[UserMarker.Length];
        UserMarker.Write(written, 0x2a);

        Assert.Equal("[[user:000000000000002a]]", text);
        Assert.Equal(text, Encoding.UTF8.GetString(written));
        Assert.Equal(UserMarker.Tokens, TokenRule.Count(written));
        Assert.Equal([0x2aUL], Find(text));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("[[gb:000000000000002a]]", "")]
    [InlineData("[[user:2a]]", "")]
    [InlineData("[[user:000000000000002x]]", "")]
    [InlineData("[[user:000000000000002a]", "")]
    [InlineData("[[user:000000000000002a", "")]
    [InlineData("a [[user:0000000000000002]] b [[user:0000000000000001]]", "2,1")]
    [InlineData("[[user:0000000000000001]][[user:0000000000000001]]", "1")]
    [InlineData("[[user:[[user:0000000000000001]]", "1")]
    public void Each_is_found_once_in_order_of_appearance(string text, string expected)
    {
        Assert.Equal(expected, string.Join(',', Find(text)));
        // However the body was cut on its way.
        for (var cut = 1; cut < text.Length; cut++)
        {
            Assert.Equal(expected, string.Join(',', Find(text[..cut], text[cut..])));
        }
    }

    [Fact]
    public void More_than_a_few_are_not_looked_for()
    {
        var text = string.Concat(Enumerable.Range(1, 9).Select(i => UserMarker.TextOf((ulong)i)));

        Assert.Equal(UserMarker.Most, Find(text).Count);
    }

    [Theory]
    [InlineData("hello", false, false)]
    [InlineData("[[user:0123456789abcdef]] hello", true, false)]
    [InlineData("[[user:0123456789abcde0]] hello", false, true)]
    [InlineData("[[user:0123456789abcdef]] [[user:1]] [[user:0123456789abcde0]]", true, true)]
    public void Ones_own_is_told_from_others(string text, bool hasOwn, bool hasOther)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);

        Assert.Equal(hasOwn, UserMarker.Has(utf8, Own));
        Assert.Equal(hasOther, UserMarker.HasOther(utf8, Own));
    }

    private static IReadOnlyList<ulong> Find(params string[] parts)
    {
        var first = new Segment(parts[0], before: null);
        var last = parts.Skip(1).Aggregate(first, (before, part) => new Segment(part, before));
        var text = new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
        return UserMarker.FindAll(text) ?? [];
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(string text, Segment? before)
        {
            Memory = Encoding.UTF8.GetBytes(text);
            if (before is not null)
            {
                RunningIndex = before.RunningIndex + before.Memory.Length;
                before.Next = this;
            }
        }
    }
}
