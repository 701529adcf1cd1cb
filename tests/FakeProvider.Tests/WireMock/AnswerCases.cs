namespace GatewayBench.FakeProviderTests;

/// <summary>Which stub answers, and with what.</summary>
internal static class AnswerCases
{
    private static readonly string[] Faults =
    [
        "CONNECTION_RESET_BY_PEER",
        "EMPTY_RESPONSE",
        "MALFORMED_RESPONSE_CHUNK",
        "RANDOM_DATA_THEN_CLOSE",
    ];

    public static IEnumerable<StubCase> All => [.. Choices(), .. Answers()];

    private static IEnumerable<StubCase> Choices() =>
        [
            new(
                "the lower priority number goes first",
                """[{"priority":1,"request":{"url":"/a"},"response":{"body":"first"}},{"request":{"url":"/a"},"response":{"body":"default"}},{"priority":9,"request":{"urlPattern":".*"},"response":{"body":"rest"}}]""",
                "GET /a",
                "GET /b"
            ),
            new(
                "5 is the default priority",
                """[{"priority":5,"request":{"url":"/a"},"response":{"body":"explicit"}},{"request":{"url":"/a"},"response":{"body":"default"}},{"priority":6,"request":{"url":"/a"},"response":{"body":"six"}}]""",
                "GET /a"
            ),
            new(
                "a negative priority",
                """[{"priority":-1,"request":{"url":"/a"},"response":{"body":"minus"}},{"priority":0,"request":{"url":"/a"},"response":{"body":"zero"}}]""",
                "GET /a"
            ),
            new(
                "a scenario",
                """[{"scenarioName":"s","requiredScenarioState":"Started","newScenarioState":"two","request":{"url":"/a"},"response":{"status":429,"body":"1"}},{"scenarioName":"s","requiredScenarioState":"two","newScenarioState":"three","request":{"url":"/a"},"response":{"body":"2"}},{"scenarioName":"s","requiredScenarioState":"three","request":{"url":"/a"},"response":{"body":"3"}}]""",
                "GET /a",
                "GET /b",
                "GET /a",
                "GET /a",
                "GET /a"
            ),
            new(
                "a scenario that starts again",
                """[{"scenarioName":"s","requiredScenarioState":"Started","newScenarioState":"two","request":{"url":"/a"},"response":{"body":"1"}},{"scenarioName":"s","requiredScenarioState":"two","newScenarioState":"Started","request":{"url":"/a"},"response":{"body":"2"}}]""",
                "GET /a",
                "GET /a",
                "GET /a"
            ),
            new(
                "two scenarios",
                """[{"scenarioName":"s","requiredScenarioState":"Started","newScenarioState":"on","request":{"url":"/s"}},{"scenarioName":"t","requiredScenarioState":"Started","newScenarioState":"on","request":{"url":"/t"}},{"scenarioName":"s","requiredScenarioState":"on","request":{"url":"/a"},"response":{"body":"s"}}]""",
                "GET /a",
                "GET /t",
                "GET /a",
                "GET /s",
                "GET /a",
                "GET /s"
            ),
            new(
                "a scenario without a state",
                """[{"scenarioName":"s","newScenarioState":"on","request":{"url":"/a"},"response":{"body":"any"}},{"scenarioName":"s","requiredScenarioState":"on","request":{"url":"/b"},"response":{"body":"on"}}]""",
                "GET /b",
                "GET /a",
                "GET /b",
                "GET /a"
            ),
            new(
                "a scenario and a rest",
                """[{"scenarioName":"s","requiredScenarioState":"Started","newScenarioState":"gone","priority":1,"request":{"url":"/a"},"response":{"status":503}},{"request":{"url":"/a"},"response":{"body":"rest"}}]""",
                "GET /a",
                "GET /a",
                "GET /a"
            ),
        ];

    private static IEnumerable<StubCase> Answers() =>
        [
            new("no response", """[{"request":{"url":"/a"}}]""", "GET /a"),
            new(
                "HEAD",
                """[{"request":{"url":"/a"},"response":{"body":"text","headers":{"X-A":"1"}}}]""",
                "HEAD /a"
            ),
            StubCase.Answering(
                "headers",
                """{"headers":{"Content-Type":"text/plain; charset=utf-8","X-One":"1","X-Two":["a","b"],"Retry-After":"2"},"body":"é"}"""
            ),
            StubCase.Answering(
                "jsonBody",
                """{"jsonBody":{ "a":[1,2.5,"é<>&'","\ud83d\ude00","\u0041\n\"\\/"],"b":{ },"c":null,"d":-0.25,"e":12345678901234567890 }}"""
            ),
            StubCase.Answering(
                "a jsonBody that is text",
                """{"jsonBody":"s","headers":{"Content-Type":"application/json"}}"""
            ),
            StubCase.Answering("a jsonBody that is null", """{"jsonBody":null}"""),
            StubCase.Answering("base64Body", """{"base64Body":"AAH/eHl6"}"""),
            StubCase.Answering("statusMessage", """{"status":418,"statusMessage":"Out of tea"}"""),
            StubCase.Answering(
                "an unknown status",
                """{"status":799,"statusMessage":"Odd","body":"x"}"""
            ),
            StubCase.Answering(
                "204 has no body",
                """{"status":204,"body":"x","headers":{"X-A":"1"}}"""
            ),
            StubCase.Answering("304 has no body", """{"status":304,"headers":{"ETag":"\"x\""}}"""),
            StubCase.Answering(
                "a redirect",
                """{"status":302,"headers":{"Location":"/elsewhere"}}"""
            ),
            StubCase.Answering("an error", """{"status":500,"body":"oops"}"""),
            StubCase.Answering(
                "a closed connection",
                """{"body":"x","headers":{"Connection":"close"}}"""
            ),
            StubCase.Answering(
                "chunks",
                """{"body":"abc","headers":{"Transfer-Encoding":"chunked"}}"""
            ),
            StubCase.Answering(
                "a delay",
                """{"body":"x","fixedDelayMilliseconds":1,"delayDistribution":{"type":"uniform","lower":1,"upper":2}}"""
            ),
            StubCase.Answering(
                "a log-normal delay",
                """{"body":"x","delayDistribution":{"type":"lognormal","median":1,"sigma":0.1,"maxValue":2}}"""
            ),
            .. Faults.Select(fault => StubCase.Answering(fault, $$"""{"fault":"{{fault}}"}""")),
        ];
}
