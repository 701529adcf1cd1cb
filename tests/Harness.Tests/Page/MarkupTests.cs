namespace GatewayBench.Tests.Page;

public sealed class MarkupTests
{
    [Fact]
    public void Texts_are_escaped_and_markup_is_not()
    {
        var name = "<b a='1' c=\"2\">&amp;";
        var inner = Markup.Of($"<i>{name}</i>");

        Assert.Equal(
            "<p><i>&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;amp;</i> 1.5 2</p>",
            Markup.Of($"<p>{inner} {1.5} {2}</p>").ToString()
        );
    }

    [Fact]
    public void What_html_may_not_hold_is_replaced() =>
        Assert.Equal(
            "a b c&#65533;d&#65533;",
            Markup
                .Of($"{"a\0b\u0085c\ud800d\ufffe"}")
                .ToString()
                .Replace("\ufffd", "&#65533;", StringComparison.Ordinal)
        );

    [Fact]
    public void A_name_is_cut_between_characters_and_never_within()
    {
        var family = "👩‍👩‍👧";

        Assert.Equal("aa...", ForeignText.Shorten("aa" + family + "b", length: 5));
        Assert.Equal("...", ForeignText.Shorten(family + "b", length: 5));
        Assert.Equal("short", ForeignText.Shorten("short", length: 5));
    }
}
