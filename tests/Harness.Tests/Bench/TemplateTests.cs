namespace GatewayBench.Tests.Bench;

public sealed class TemplateTests
{
    private static readonly Uri Base = new("http://127.0.0.1:5000/");

    [Theory]
    [InlineData("plain", "^plain$")]
    [InlineData("{{ random.int 1..3 }}", "^[1-3]$")]
    [InlineData("{{random.int -5..-5}}", "^-5$")]
    [InlineData("{{random.pick red | green}}", "^(red|green)$")]
    [InlineData(
        "{{random.uuid}}",
        "^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"
    )]
    [InlineData("{{user.index}}", "^7$")]
    [InlineData("{{user.session}}", "^[0-9a-f]{32}$")]
    [InlineData("{{user.prompt}}", @"\[\[user:[0-9a-f]{16}\]\]$")]
    [InlineData("a{{\"{{b}} ${C}\"}}d", @"^a\{\{b\}\} \$\{C\}d$")]
    [InlineData("$5 {a}", @"^\$5 \{a\}$")]
    public void Braces_are_filled_in(string text, string expected) =>
        Assert.Matches(expected, Filled(text, seed: 1)[0]);

    [Fact]
    public void Random_values_are_the_users_draws()
    {
        const string Text = "{{random.int 1..1000000}} {{random.pick a|b|c}} {{random.uuid}}";

        Assert.Equal(Filled(Text, seed: 1), Filled(Text, seed: 1));
        Assert.Empty(Filled(Text, seed: 1).Intersect(Filled(Text, seed: 2)));
        Assert.Equal(50, Filled(Text, seed: 1).Distinct().Count());
    }

    [Fact]
    public void A_range_is_drawn_from_end_to_end()
    {
        var drawn = Filled("{{random.int 1..3}}", seed: 5);

        Assert.Equal(["1", "2", "3"], drawn.Distinct().Order());
        Assert.Matches(
            "^-?[0-9]+$",
            Filled("{{random.int 0..2147483646}}", seed: 5).MinBy(text => text.Length)
        );
    }

    [Theory]
    [InlineData(
        "{{nme}}",
        "has {{nme}}; allowed: random.int 1..100, ",
        "captured before: name.",
        "Did you mean name?"
    )]
    [InlineData("{{random.int 3..1}}", "has {{random.int 3..1}}; allowed: ")]
    [InlineData("{{random.int 0..2147483647}}", "allowed: ")]
    [InlineData("{{random.pick one}}", "allowed: ")]
    [InlineData("{{}}", "has {{}}; allowed: ")]
    [InlineData("{{name", "has a {{ or ${ without its end")]
    [InlineData("${name", "has a {{ or ${ without its end")]
    [InlineData("${GONE}", "needs the environment variable GONE, which is not set")]
    [InlineData("${EMPTY}", "needs the environment variable EMPTY, which is not set")]
    public void What_can_not_be_filled_in_is_refused_where_it_stands(
        string text,
        params string[] expected
    )
    {
        var error = Assert.Throws<BenchException>(() =>
            Benches.Parse(
                $$"""
                schemaVersion: 1
                scenarios:
                  - steps:
                      - { path: /a, capture: { name: { json: $.a } } }
                      - path: /b
                        body: { a: '{{text}}' }
                load: { users: 1 }
                """,
                ("EMPTY", "")
            )
        );

        Assert.StartsWith(
            $"{Benches.Path}:6:20: scenarios[0].steps[1].body.a ",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.All(
            expected,
            part => Assert.Contains(part, error.Message, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("'{{random.int 5..5}}'", "5")]
    [InlineData("'n {{random.int 5..5}}'", "\"n 5\"")]
    [InlineData("'a\"{{\"{{\"}}b'", "\"a\\u0022{{b\"")]
    [InlineData("007", "\"007\"")]
    [InlineData("1e3", "1e3")]
    [InlineData("''", "\"\"")]
    [InlineData("{}", "{}")]
    [InlineData("\"\\ud83d\\ude00\"", "\"\\uD83D\\uDE00\"")]
    public void A_body_is_json_whatever_is_filled_in(string yaml, string expected)
    {
        var node = Node(yaml);

        var json = JsonTemplate.Read(node, new TemplateReader([])).Of(new User(7, 1, Base));

        Assert.Equal(expected, json);
    }

    [Fact]
    public void Aliases_can_not_make_a_small_file_a_huge_body()
    {
        var lines = Enumerable.Range(1, 9).Select(i => $"a{i}: &a{i} [{Many($"*a{i - 1}")}]");
        var node = Node($"a0: &a0 [{Many("x")}]\n{string.Join('\n', lines)}");

        var error = Assert.Throws<BenchException>(() =>
            JsonTemplate.Read(node, new TemplateReader([]))
        );

        Assert.Contains(
            "is too large; allowed: 100000 values",
            error.Message,
            StringComparison.Ordinal
        );

        static string Many(string one) => string.Join(", ", Enumerable.Repeat(one, 10));
    }

    private static string[] Filled(string text, ulong seed)
    {
        var user = new User(7, seed, Base);
        var template = new TemplateReader([]).Read(Node($"'{text}'"));
        return [.. Enumerable.Range(0, 50).Select(_ => template.Of(user))];
    }

    private static BenchNode Node(string yaml)
    {
        var stream = new YamlDotNet.RepresentationModel.YamlStream();
        stream.Load(new StringReader(yaml));
        return new BenchNode(
            new BenchSource("x", "/", _ => null),
            stream.Documents[0].RootNode,
            "x"
        );
    }
}
