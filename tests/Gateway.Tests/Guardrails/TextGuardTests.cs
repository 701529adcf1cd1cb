using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Tests;

public sealed class TextGuardTests
{
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(10);

    private static readonly ServiceProvider _meters = new ServiceCollection()
        .AddMetrics()
        .BuildServiceProvider();

    // Keys, addresses and card numbers, whole and in parts, and what surrounds them.
    private static readonly string[] _pieces =
    [
        "4111 1111 1111 1111",
        "4111-1111-1111-1112",
        "378282246310005",
        "4111",
        " 1111",
        "1",
        "2",
        "-",
        " ",
        "  ",
        ".",
        ",",
        "@",
        "\n",
        "sk-",
        "sk-abcdefghijklmnop",
        "AKIA",
        "AKIAABCDEFGHIJKLMNOP",
        "ghp_",
        "abcdefghijklmnopqrstuvwxyzabcdefghij",
        "joe@example.com",
        "joe",
        "@example",
        ".com",
        ".org",
        "a.b+c",
        "example",
        "Hello",
        " the",
        " world",
        "é",
        "_",
        "%",
    ];

    [Theory]
    [MemberData(nameof(GuardrailSamples.Patterns), MemberType = typeof(GuardrailSamples))]
    public void Pieces_come_out_as_the_whole_text_does(string pattern)
    {
        GuardrailRule[] rules = [new("rule", pattern, _timeout)];
        var random = new Random(1);

        foreach (var text in GuardrailSamples.Texts(pattern, 500))
        {
            var expected = rules[0].Whole.Replace(text, "[redacted rule]");

            Assert.Equal(expected, Guarded(rules, [text]));
            Assert.Equal(expected, Guarded(rules, GuardrailSamples.Cut(text, random)));
            Assert.Equal(expected, Guarded(rules, text.Select(c => $"{c}")));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_built_in_rules_find_in_pieces_what_they_find_in_the_whole(int seed)
    {
        var rules = BuiltIn();
        var random = new Random(seed);
        var changed = 0;

        for (var i = 0; i < 500; i++)
        {
            var text = GuardrailSamples.Text(random, random.Next(25), _pieces);
            var expected = Guarded(rules, [text]);
            changed += expected == text ? 0 : 1;

            Assert.Equal(expected, Guarded(rules, GuardrailSamples.Cut(text, random)));
            Assert.Equal(expected, Guarded(rules, text.Select(c => $"{c}")));
        }
        Assert.InRange(changed, 100, 490);
    }

    [Fact]
    public void Several_rules_of_which_one_is_not_confirmed_agree_in_pieces_and_whole()
    {
        GuardrailRule[] rules =
        [
            new("even", "[a-d]{2,4}", _timeout, match => match.Length % 2 == 0 ? match.Length : 0),
            new("first", "ab|c", _timeout, match => 1),
            new("dash", @"-\b[a-e]{1,3}\b", _timeout),
        ];
        var random = new Random(5);

        foreach (var text in GuardrailSamples.Texts("several", 2_000))
        {
            Assert.Equal(
                Guarded(rules, [text]),
                Guarded(rules, GuardrailSamples.Cut(text, random))
            );
        }
    }

    [Fact]
    public void Only_what_could_still_match_is_held_back()
    {
        var guard = Guard(BuiltIn());

        Assert.Equal("Ask ", guard.Take("Ask joe"));
        Assert.Equal("", guard.Take("@example"));
        Assert.Equal("", guard.Take(".com"));
        Assert.Equal("[redacted email] or call ", guard.Take(" or call 12"));
        Assert.Equal("12: ", guard.Take(": "));
        Assert.Equal("", guard.Take("4111 1111"));
        Assert.Equal("", guard.Take(" 1111 1111"));
        Assert.Equal("[redacted card_number].", guard.Take("."));
        Assert.Equal("", guard.End());
    }

    [Fact]
    public void Never_more_is_held_back_than_the_longest_match()
    {
        var rules = BuiltIn();
        var longest = rules.Max(rule => rule.Pattern.Longest);
        var guard = Guard(rules);
        var (taken, given) = (0, 0);

        foreach (var piece in Enumerable.Repeat("a.b-1@x.", 1_000))
        {
            taken += piece.Length;
            given += guard.Take(piece).Length;
            Assert.InRange(taken - given, 0, longest);
        }
    }

    [Fact]
    public void A_text_that_must_not_go_on_ends_before_its_first_hit()
    {
        var guard = Guard(BuiltIn(), blocks: true);

        Assert.Equal("Ask ", guard.Take("Ask joe@example"));
        Assert.False(guard.IsBlocked);
        Assert.Equal("", guard.Take(".com now"));
        Assert.True(guard.IsBlocked);
        Assert.Equal("", guard.Take(" or later"));
        Assert.Equal("", guard.End());
    }

    [Fact]
    public void After_its_end_a_new_text_begins()
    {
        var guard = Guard([new("rule", @"\bab", _timeout)]);

        Assert.Equal("x", guard.Take("x"));
        Assert.Equal("", guard.End());
        Assert.Equal("", guard.Take("ab"));
        Assert.Equal("[redacted rule]", guard.End());
        Assert.Equal("", guard.End());
    }

    private static List<GuardrailRule> BuiltIn() =>
        [.. BuiltInRules.Names.Select(name => BuiltInRules.Create(name, _timeout))];

    private static string Guarded(IReadOnlyList<GuardrailRule> rules, IEnumerable<string> pieces)
    {
        var guard = Guard(rules);
        return string.Concat(pieces.Select(guard.Take)) + guard.End();
    }

    private static TextGuard Guard(IReadOnlyList<GuardrailRule> rules, bool blocks = false) =>
        new(rules, blocks, new GuardrailMetrics(_meters.GetRequiredService<IMeterFactory>()));
}
