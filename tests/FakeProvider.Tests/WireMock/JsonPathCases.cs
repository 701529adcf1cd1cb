namespace GatewayBench.FakeProviderTests;

/// <summary>JSON paths, alone and with a matcher.</summary>
internal static class JsonPathCases
{
    private const string Chat =
        """{"model":"gpt-4o","n":2,"temp":1.5,"none":null,"empty":[],"stream":false,"tags":["a","b"],"want":"user","data-x":1,"meta":{"k":"v"},"messages":[{"role":"system","content":"Be brief.","n":1},{"role":"user","content":"oh hi","n":2,"flag":true}]}""";

    private static readonly string[] Alone =
    [
        "$.model",
        "$.none",
        "$.empty",
        "$.stream",
        "$.meta",
        "$.missing",
        "$['model']",
        "$.data-x",
        "$",
        "$.tags[0]",
        "$.tags[-1]",
        "$.tags[5]",
        "$.tags[*]",
        "$.empty[*]",
        "$.*",
        "$..role",
        "$..missing",
        "$.messages.role",
        "$.messages[*].flag",
        "$.messages[*].missing",
        "$.messages[0].role",
        "$..messages[0].role",
        "$.messages[?(@.role == 'user')]",
        "$.messages[?(@.role == 'tool')]",
        "$[?(@.model == 'gpt-4o')]",
        "$[?(@.model == 'x')]",
        "$.messages[?(@.n > 1)]",
        "$.messages[?(@.n >= 3)]",
        "$.messages[?(@.n < 1.5)].role",
        "$.messages[?(@.n <= 0)]",
        "$.messages[?(@.n == 2.0)]",
        "$.messages[?(@.role != 'user')]",
        "$.messages[?(@.missing != 'user')]",
        "$.messages[?(@.missing == null)]",
        "$.messages[?(@.role > 'tool')]",
        "$.messages[?(@.n > '1')]",
        "$.messages[?(@.flag)]",
        "$.messages[?(!@.flag)].role",
        "$.messages[?(@.flag == true)]",
        "$.messages[?(@.missing)]",
        "$.messages[?(@.role =~ /USER/i)]",
        "$.messages[?(@.content =~ /h./)]",
        "$.messages[?(@.content =~ /.*h./)]",
        "$.messages[?(@.role == 'user' && @.n == 1)]",
        "$.messages[?(@.role == 'x' || @.n == 1 && @.role == 'system')]",
        "$.messages[?((@.role == 'x' || @.n == 1) && @.role == 'user')]",
        "$.messages[?(@.role == $.want)]",
        "$.messages[?('user' == @['role'])]",
        "$.tags[?(@ == 'b')]",
        "$.messages.length()",
        "$.model.length()",
        "$[?(@.none == null)]",
        "$[?(@.none)]",
        "$.meta.*",
        "$.messages[?(@.content == \"oh hi\")]",
        "$.tags.size()",
        "$.messages[?(@.n != 1)].content",
        "$..messages[?(@.n == 2)].role",
    ];

    private static readonly (string Path, string Inner)[] WithMatcher =
    [
        ("$.model", """ "equalTo":"gpt-4o" """),
        ("$.model", """ "equalTo":"GPT-4O","caseInsensitive":true """),
        ("$.model", """ "matches":"gpt-.*" """),
        ("$.model", """ "absent":true """),
        ("$.missing", """ "absent":true """),
        ("$.none", """ "absent":true """),
        ("$.empty", """ "absent":true """),
        ("$.missing", """ "doesNotContain":"x" """),
        ("$.n", """ "equalTo":"2" """),
        ("$.temp", """ "equalTo":"1.5" """),
        ("$.stream", """ "equalTo":"false" """),
        ("$.tags", """ "equalTo":"b" """),
        ("$.tags", """ "equalToJson":"[\"a\",\"b\"]" """),
        ("$.tags", """ "equalToJson":"[\"b\",\"a\"]","ignoreArrayOrder":true """),
        ("$.meta", """ "equalToJson":"{\"k\":\"v\"}" """),
        ("$.messages[*].role", """ "equalTo":"user" """),
        ("$.messages[?(@.n == 2)].role", """ "equalToJson":"[\"user\"]" """),
        ("$.messages.length()", """ "equalTo":"2" """),
        ("$.messages[*].missing", """ "absent":true """),
        ("$.model", """ "equalToJson":"\"gpt-4o\"" """),
        ("$.messages[-1].content", """ "contains":"hi" """),
    ];

    public static IEnumerable<StubCase> All => [.. Paths()];

    private static IEnumerable<StubCase> Paths() =>
        [
            .. Alone.Select(path =>
                StubCase.Body(
                    $"path {path}",
                    $$"""{"matchesJsonPath":{{StubCases.Quoted(path)}}}""",
                    Chat,
                    "{}",
                    "[]",
                    "no JSON",
                    "{broken",
                    ""
                )
            ),
            .. WithMatcher.Select(pair =>
                StubCase.Body(
                    $"path {pair.Path} with{pair.Inner.TrimEnd()}",
                    $$$"""{"matchesJsonPath":{"expression":{{{StubCases.Quoted(pair.Path)}}},{{{pair.Inner}}}}}""",
                    Chat,
                    "{}",
                    "no JSON",
                    "{broken",
                    ""
                )
            ),
        ];
}
