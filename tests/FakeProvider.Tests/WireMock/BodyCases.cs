namespace GatewayBench.FakeProviderTests;

/// <summary>Patterns of text and of whole JSON bodies.</summary>
internal static class BodyCases
{
    public static IEnumerable<StubCase> All => [.. Bodies(), .. JsonBodies()];

    private static IEnumerable<StubCase> Bodies() =>
        [
            StubCase.Body("body equalTo", """{"equalTo":"héé"}""", "héé", "hee", ""),
            StubCase.Body("body equalTo nothing", """{"equalTo":""}""", "", "x"),
            StubCase.Body("body contains", """{"contains":"b c"}""", "ab cd", "abc", ""),
            StubCase.Body("body doesNotContain", """{"doesNotContain":"x"}""", "ab", "axb", ""),
            StubCase.Body(
                "body matches all of it",
                """{"matches":"a.c"}""",
                "abc",
                "a\nc",
                "abcd",
                "xabc"
            ),
            StubCase.Body("body matches nothing", """{"matches":".*"}""", "", "x"),
            StubCase.Body("body doesNotMatch", """{"doesNotMatch":"a+"}""", "aa", "ab", ""),
            StubCase.Body(
                "regex shorthands are ASCII",
                """{"matches":"\\d[\\d\\s]\\w\\W\\S"}""",
                "12a-x",
                "1\u00a0a-x",
                "\u0663 a-x",
                "1 \u00e9-x",
                "1 a\u00e9x"
            ),
            StubCase.Body("regex ignoring case", """{"matches":"(?i)abc"}""", "aBc", "abd"),
            StubCase.Body(
                "regex with a back reference",
                """{"matches":"(a|b)-\\1"}""",
                "a-a",
                "a-b"
            ),
            StubCase.Body("regex with alternatives", """{"matches":"a|bc"}""", "a", "bc", "ac"),
            StubCase.Body("regex with anchors", """{"matches":"^ab$"}""", "ab", "ab\n", "b"),
            StubCase.Body("body absent", """{"absent":true}""", "", "x"),
            StubCase.Body("two body patterns", """{"contains":"a"},{"contains":"b"}""", "ab", "a"),
        ];

    private static IEnumerable<StubCase> JsonBodies() =>
        [
            Json(
                "keys in any order",
                """{"a":1,"b":[true,null]}""",
                "",
                """{ "b":[true,null], "a":1 }""",
                """{"a":1}""",
                """{"a":1,"b":[true,null],"c":0}""",
                "no JSON",
                ""
            ),
            Json(
                "numbers by value",
                """{"a":1,"b":1e1,"c":0.1}""",
                "",
                """{"a":1.0,"b":10,"c":0.10}""",
                """{"a":"1","b":10,"c":0.1}""",
                """{"a":1,"b":10,"c":0.10000000000000000001}"""
            ),
            Json("arrays in order", "[1,2]", "", "[1,2]", "[2,1]", "[1,2,3]", "[1]"),
            Json(
                "arrays in any order",
                "[1,2,2]",
                ""","ignoreArrayOrder":true""",
                "[2,1,2]",
                "[2,1,1]",
                "[1,2]"
            ),
            Json(
                "extra elements",
                """{"a":[1,{"b":2}]}""",
                ""","ignoreExtraElements":true""",
                """{"a":[1,{"b":2,"c":3},4],"d":5}""",
                """{"a":[0,1,{"b":2}]}""",
                """{"a":[1]}"""
            ),
            Json(
                "extra elements in any order",
                """[{"a":1},{"a":1,"b":2}]""",
                ""","ignoreArrayOrder":true,"ignoreExtraElements":true""",
                """[0,{"a":1,"b":2},{"a":1}]""",
                """[{"a":1,"b":2},{"b":2}]"""
            ),
            Json("null is no missing key", """{"a":null}""", "", """{"a":null}""", "{}"),
            Json("scalars", "5", "", "5", "5.0", "6", "\"5\""),
            StubCase.Body(
                "equalToJson without quotes",
                """{"equalToJson":{"a":[1]}}""",
                """{"a":[1]}""",
                """{"a":1}"""
            ),
        ];

    private static StubCase Json(
        string name,
        string expected,
        string options,
        params string[] bodies
    ) =>
        StubCase.Body(
            $"JSON: {name}",
            $$"""{"equalToJson":{{StubCases.Quoted(expected)}}{{options}}}""",
            bodies
        );
}
