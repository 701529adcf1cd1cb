using System.Net;

namespace GatewayBench.FakeProviderTests;

public sealed class StubRefusalTests
{
    /// <summary>A mapping, where it is refused, and a part of why.</summary>
    public static TheoryData<string, string, string> Refused =>
        new()
        {
            { """{"requst":{}}""", "/requst", "supported: id, uuid, name, request" },
            { """{"postServeActions":[]}""", "/postServeActions", "is not supported" },
            {
                """{"request":{"urlPathTemplate":"/{a}"}}""",
                "/request/urlPathTemplate",
                "is not supported"
            },
            {
                """{"request":{"url":"/a","urlPath":"/a"}}""",
                "/request/urlPath",
                "cannot be beside 'url'"
            },
            {
                """{"request":{"headers":{"X/Y":{"matchesXPath":"/a"}}}}""",
                "/request/headers/X~1Y/matchesXPath",
                "supported: equalTo"
            },
            {
                """{"request":{"bodyPatterns":[{"contains":"a"},{}]}}""",
                "/request/bodyPatterns/1",
                "has no matcher"
            },
            {
                """{"request":{"bodyPatterns":[{"contains":"a","caseInsensitive":true}]}}""",
                "/request/bodyPatterns/0/caseInsensitive",
                "supported: contains"
            },
            {
                """{"request":{"bodyPatterns":[{"contains":"a","equalTo":"a"}]}}""",
                "/request/bodyPatterns/0/contains",
                "cannot be beside 'equalTo'"
            },
            {
                """{"request":{"bodyPatterns":[{"equalTo":1}]}}""",
                "/request/bodyPatterns/0/equalTo",
                "is 1; allowed: a string"
            },
            {
                """{"request":{"bodyPatterns":[{"absent":false}]}}""",
                "/request/bodyPatterns/0/absent",
                "allowed: true"
            },
            {
                """{"request":{"bodyPatterns":[{"matches":"("}]}}""",
                "/request/bodyPatterns/0/matches",
                "no regular expression"
            },
            {
                """{"request":{"bodyPatterns":[{"matches":"[a-z&&[^x]]"}]}}""",
                "/request/bodyPatterns/0/matches",
                "'&&' in a character class"
            },
            {
                """{"request":{"bodyPatterns":[{"equalToJson":"{\"a\":\"${json-unit.any-string}\"}"}]}}""",
                "/request/bodyPatterns/0/equalToJson",
                "placeholders are not supported"
            },
            {
                """{"request":{"bodyPatterns":[{"equalToJson":"{"}]}}""",
                "/request/bodyPatterns/0/equalToJson",
                "is not valid JSON"
            },
            {
                """{"request":{"bodyPatterns":[{"matchesJsonPath":"$.a[0:2]"}]}}""",
                "/request/bodyPatterns/0/matchesJsonPath",
                "']' was expected at character 6"
            },
            {
                """{"request":{"bodyPatterns":[{"matchesJsonPath":"$.a.sum()"}]}}""",
                "/request/bodyPatterns/0/matchesJsonPath",
                "the function 'sum' is not supported"
            },
            {
                """{"request":{"bodyPatterns":[{"matchesJsonPath":"$.a[?(@.b in ['c'])]"}]}}""",
                "/request/bodyPatterns/0/matchesJsonPath",
                "')' was expected"
            },
            {
                """{"request":{"bodyPatterns":[{"matchesJsonPath":"a.b"}]}}""",
                "/request/bodyPatterns/0/matchesJsonPath",
                "'$' was expected"
            },
            {
                """{"request":{"bodyPatterns":[{"matchesJsonPath":{"equalTo":"a"}}]}}""",
                "/request/bodyPatterns/0/matchesJsonPath",
                "has no 'expression'"
            },
            {
                """{"response":{"proxyBaseUrl":"http://x"}}""",
                "/response/proxyBaseUrl",
                "supported: status"
            },
            {
                """{"response":{"transformers":["response-template"]}}""",
                "/response/transformers",
                "is not supported"
            },
            {
                """{"response":{"status":99}}""",
                "/response/status",
                "is 99; allowed: a whole number from 200 to 999"
            },
            {
                """{"response":{"body":"a","jsonBody":{}}}""",
                "/response/jsonBody",
                "cannot be beside 'body'"
            },
            {
                """{"response":{"base64Body":"!"}}""",
                "/response/base64Body",
                "is not valid base64"
            },
            {
                """{"response":{"headers":{"X-A":"a\r\nX-B: b"}}}""",
                "/response/headers/X-A",
                "printable ASCII"
            },
            {
                """{"response":{"headers":{"X A":"a"}}}""",
                "/response/headers/X A",
                "is no header name"
            },
            {
                """{"response":{"headers":{"X":["a",1]}}}""",
                "/response/headers/X/1",
                "is 1; allowed: a string"
            },
            {
                """{"response":{"body":"abc","headers":{"Content-Length":"1"}}}""",
                "/response/headers/Content-Length",
                "is not the body's length, 3"
            },
            {
                """{"response":{"fixedDelayMilliseconds":-1}}""",
                "/response/fixedDelayMilliseconds",
                "is -1; allowed"
            },
            {
                """{"response":{"delayDistribution":{"type":"fixed"}}}""",
                "/response/delayDistribution/type",
                "supported: uniform, lognormal"
            },
            {
                """{"response":{"delayDistribution":{"type":"uniform","lower":5,"upper":2}}}""",
                "/response/delayDistribution/upper",
                "is 2; allowed: a whole number from 5"
            },
            {
                """{"response":{"delayDistribution":{"type":"lognormal","median":5}}}""",
                "/response/delayDistribution/sigma",
                "is missing"
            },
            {
                """{"response":{"fault":"NOPE"}}""",
                "/response/fault",
                "is 'NOPE'; supported: CONNECTION_RESET_BY_PEER"
            },
            {
                """{"requiredScenarioState":"x"}""",
                "/requiredScenarioState",
                "needs a 'scenarioName'"
            },
            { """{"persistent":true}""", "/persistent", "allowed: false" },
            { """{"id":"x"}""", "/id", "is no UUID" },
            { """{"name":"a","name":"b"}""", "/", "is not valid JSON" },
            { """{"name":"\ud800"}""", "/", "is not valid JSON" },
            { "[]", "/", "allowed: an object" },
            { "", "/", "is not valid JSON" },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_is_not_supported_is_refused_by_name(
        string mapping,
        string place,
        string why
    )
    {
        await using var client = await ProviderClient.StartAsync();

        var response = await client.PostAsync("__admin/mappings", mapping);

        var error = (await response.JsonAsync(HttpStatusCode.UnprocessableEntity)).GetProperty(
            "errors"
        )[0];
        Assert.Equal(place, error.GetProperty("source").GetProperty("pointer").GetString());
        var detail = error.GetProperty("detail").GetString();
        Assert.StartsWith($"{place} ", detail, StringComparison.Ordinal);
        Assert.Contains(why, detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expression_that_runs_away_is_named_to_the_client()
    {
        await using var client = await ProviderClient.StartAsync(o =>
            o.Stubs.AddJson("""{"request":{"bodyPatterns":[{"matches":"(x?)(a+)+\\1b"}]}}""")
        );

        var response = await client.PostAsync("any", new string('a', 60));

        var error = await response.ErrorAsync(HttpStatusCode.BadRequest);
        Assert.Equal("stub_pattern_timeout", error.Code);
        Assert.Contains("(a+)+", error.Message, StringComparison.Ordinal);
    }
}
