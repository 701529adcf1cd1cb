namespace GatewayBench.FakeProviderTests;

/// <summary>Methods, URLs, queries, headers and cookies.</summary>
internal static class UrlCases
{
    public static IEnumerable<StubCase> All => [.. Urls(), .. Values()];

    private static IEnumerable<StubCase> Urls() =>
        [
            StubCase.Matching("any request", "{}", "GET /a", "DELETE /b?c", "POST /\n\nx"),
            StubCase.Matching(
                "method",
                """{"method":"POST","url":"/a"}""",
                "POST /a\n\n",
                "GET /a",
                "PUT /a\n\n"
            ),
            StubCase.Matching(
                "method ANY",
                """{"method":"ANY","url":"/a"}""",
                "PATCH /a\n\n",
                "GET /a"
            ),
            StubCase.Matching("method in lower case", """{"method":"get","url":"/a"}""", "GET /a"),
            StubCase.Matching(
                "url",
                """{"url":"/a"}""",
                "GET /a",
                "GET /a?",
                "GET /a?b=1",
                "GET /A",
                "GET /a/"
            ),
            StubCase.Matching(
                "url with a query",
                """{"url":"/a?x=1&y=2"}""",
                "GET /a?x=1&y=2",
                "GET /a?y=2&x=1",
                "GET /a"
            ),
            StubCase.Matching(
                "escapes in a url",
                """{"url":"/a%20b?q=%C3%A9"}""",
                "GET /a%20b?q=%C3%A9",
                "GET /a%20b"
            ),
            StubCase.Matching("a blank in a url", """{"url":"/a b"}""", "GET /a%20b"),
            StubCase.Matching(
                "urlPath",
                """{"urlPath":"/a/b"}""",
                "GET /a/b",
                "GET /a/b?x=1",
                "GET /a/b/c"
            ),
            StubCase.Matching(
                "urlPattern",
                """{"urlPattern":"/a/[0-9]+\\?x=.*"}""",
                "GET /a/12?x=",
                "GET /a/12",
                "GET /a/b?x=1"
            ),
            StubCase.Matching(
                "urlPattern is for all of it",
                """{"urlPattern":"/a"}""",
                "GET /a",
                "GET /a?x",
                "GET /ab"
            ),
            StubCase.Matching(
                "urlPathPattern",
                """{"urlPathPattern":"/v\\d/.+"}""",
                "GET /v1/x?y=1",
                "GET /v/x",
                "GET /v1/"
            ),
        ];

    private static IEnumerable<StubCase> Values() =>
        [
            StubCase.Matching(
                "query equalTo",
                """{"urlPath":"/a","queryParameters":{"q":{"equalTo":"a b"}}}""",
                "GET /a?q=a%20b",
                "GET /a?q=a+b",
                "GET /a?q=x&q=a%20b",
                "GET /a?Q=a%20b",
                "GET /a?q=a",
                "GET /a"
            ),
            StubCase.Matching(
                "query equalTo nothing",
                """{"urlPath":"/a","queryParameters":{"q":{"equalTo":""}}}""",
                "GET /a?q",
                "GET /a?q=",
                "GET /a"
            ),
            StubCase.Matching(
                "query ignoring case",
                """{"urlPath":"/a","queryParameters":{"q":{"equalTo":"ABC","caseInsensitive":true}}}""",
                "GET /a?q=abc",
                "GET /a?q=abd"
            ),
            StubCase.Matching(
                "query absent",
                """{"urlPath":"/a","queryParameters":{"q":{"absent":true}}}""",
                "GET /a",
                "GET /a?q",
                "GET /a?p=1"
            ),
            StubCase.Matching(
                "query doesNotMatch",
                """{"urlPath":"/a","queryParameters":{"q":{"doesNotMatch":"[0-9]"}}}""",
                "GET /a",
                "GET /a?q=1",
                "GET /a?q=1&q=x"
            ),
            StubCase.Matching(
                "query doesNotContain",
                """{"urlPath":"/a","queryParameters":{"q":{"doesNotContain":"x"}}}""",
                "GET /a",
                "GET /a?q=axb",
                "GET /a?q=b"
            ),
            StubCase.Matching(
                "two queries",
                """{"urlPath":"/a","queryParameters":{"q":{"contains":"1"},"r":{"matches":"[a-c]+"}}}""",
                "GET /a?q=210&r=abc",
                "GET /a?q=210",
                "GET /a?q=2&r=a"
            ),
            StubCase.Matching(
                "query with JSON",
                """{"urlPath":"/a","queryParameters":{"q":{"equalToJson":"{\"a\":1}"}}}""",
                "GET /a?q=%7B%22a%22%3A1.0%7D",
                "GET /a?q=1"
            ),
            StubCase.Matching(
                "header equalTo",
                """{"url":"/a","headers":{"X-Q":{"equalTo":"v"}}}""",
                "GET /a\nx-q: v",
                "GET /a\nx-q: V",
                "GET /a"
            ),
            StubCase.Matching(
                "header ignoring case",
                """{"url":"/a","headers":{"X-Q":{"equalTo":"V","caseInsensitive":true}}}""",
                "GET /a\nX-Q: v",
                "GET /a\nX-Q: w"
            ),
            StubCase.Matching(
                "header matches",
                """{"url":"/a","headers":{"Authorization":{"matches":"Bearer sk-\\w+"}}}""",
                "GET /a\nAuthorization: Bearer sk-1a",
                "GET /a\nAuthorization: Bearer x",
                "GET /a"
            ),
            StubCase.Matching(
                "header absent",
                """{"url":"/a","headers":{"X-Q":{"absent":true}}}""",
                "GET /a",
                "GET /a\nX-Q: 1"
            ),
            StubCase.Matching(
                "header doesNotMatch",
                """{"url":"/a","headers":{"X-Q":{"doesNotMatch":"1+"}}}""",
                "GET /a",
                "GET /a\nX-Q: 11",
                "GET /a\nX-Q: 12"
            ),
            StubCase.Matching(
                "cookie",
                """{"url":"/a","cookies":{"c":{"equalTo":"1"}}}""",
                "GET /a\nCookie: b=2; c=1",
                "GET /a\nCookie: c=2",
                "GET /a"
            ),
        ];
}
