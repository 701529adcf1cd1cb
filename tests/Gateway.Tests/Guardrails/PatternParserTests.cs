using System.Text.RegularExpressions;

namespace Gateway.Tests;

public sealed class PatternParserTests
{
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData(@"ORD-\d{6}", 10, 10)]
    [InlineData("a?", 0, 1)]
    [InlineData("a{2,3}b", 3, 4)]
    [InlineData("(ab|c){1,4}", 1, 8)]
    [InlineData(@"\bx\B", 1, 1)]
    [InlineData("", 0, 0)]
    [InlineData("a|", 0, 1)]
    [InlineData(@"[\]\w-]{1,3}?\.", 2, 4)]
    public void A_pattern_has_a_shortest_and_a_longest_match(
        string pattern,
        int shortest,
        int longest
    )
    {
        var node = PatternParser.Parse(pattern);

        Assert.Equal((shortest, longest), (node.Shortest, node.Longest));
    }

    [Theory]
    [InlineData("a+", "at character 2 is '+'; allowed: a highest number, such as {1,64}")]
    [InlineData("a*", "at character 2 is '*'; allowed: a highest number")]
    [InlineData("a{2,}", "at character 5 is '}'; allowed: a number up to 1000")]
    [InlineData("a{1001}", "at character 7 is '}'; allowed: a number up to 1000")]
    [InlineData("a{3,2}", "allowed: {n} or {n,m} with m from n and from 1")]
    [InlineData("a{0}", "allowed: {n} or {n,m} with m from n and from 1")]
    [InlineData("^a", "at character 1 is '^'; allowed: no '^' and '$'")]
    [InlineData("a$", "at character 2 is '$'")]
    [InlineData("?a", "at character 1 is '?'; allowed: a backslash before")]
    [InlineData("(a", "it ends too early; allowed: a ')'")]
    [InlineData("a)", "at character 2 is ')'; allowed: a '(' before it")]
    [InlineData("(?=a)", "at character 2 is '?'; allowed: only the groups (...) and (?:...)")]
    [InlineData("(?i)a", "at character 2 is '?'")]
    [InlineData(@"(a)\1", "at character 4 is '\\'; allowed: of the escapes")]
    [InlineData(@"\p{L}", "at character 1 is '\\'")]
    [InlineData(@"a\", "it ends too early; allowed: a character after the backslash")]
    [InlineData("[a", "it ends too early; allowed: a ']'")]
    [InlineData("[a-z-[m]]", "at character 6 is '['; allowed: a backslash before a '['")]
    public void What_cannot_be_guarded_is_refused_with_the_place(string pattern, string expected)
    {
        var failure = Assert.Throws<FormatException>(() => PatternParser.Parse(pattern));

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_in_one_another_have_a_limit()
    {
        var pattern = new string('(', 100) + "a" + new string(')', 100);

        Assert.Throws<FormatException>(() => PatternParser.Parse(pattern));
    }

    [Theory]
    [InlineData("a?")]
    [InlineData("a{512}b")]
    public void A_rule_that_matches_nothing_or_too_much_is_refused(string pattern)
    {
        var failure = Assert.Throws<FormatException>(() =>
            new GuardrailRule("rule", pattern, _timeout)
        );

        Assert.Contains("allowed: 1 to 512", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[z-a]b")]
    public void What_only_NET_refuses_is_refused_as_well(string pattern) =>
        Assert.Throws<FormatException>(() => new GuardrailRule("rule", pattern, _timeout));

    [Theory]
    [MemberData(nameof(GuardrailSamples.Patterns), MemberType = typeof(GuardrailSamples))]
    public void A_pattern_matches_what_it_matches_in_NET(string pattern)
    {
        var rule = new GuardrailRule("rule", pattern, _timeout);
        var original = new Regex(pattern, RegexOptions.CultureInvariant, _timeout);

        foreach (var text in GuardrailSamples.Texts(pattern, 500))
        {
            Assert.Equal(
                original.Matches(text).Select(match => (match.Index, match.Length)),
                rule.Whole.Matches(text).Select(match => (match.Index, match.Length))
            );
        }
    }

    [Theory]
    [MemberData(nameof(GuardrailSamples.Patterns), MemberType = typeof(GuardrailSamples))]
    public void Each_beginning_of_a_match_is_held(string pattern)
    {
        var rule = new GuardrailRule("rule", pattern, _timeout);

        foreach (var text in GuardrailSamples.Texts(pattern, 500))
        {
            foreach (Match match in rule.Whole.Matches(text))
            {
                for (var end = match.Index; end <= match.Index + match.Length; end++)
                {
                    var held = rule.Held.Match(text[..end]);
                    Assert.True(held.Success);
                    Assert.InRange(held.Index, 0, match.Index);
                }
            }
        }
    }
}
