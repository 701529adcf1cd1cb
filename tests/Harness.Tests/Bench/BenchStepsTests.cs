using GatewayBench.Support;
using GatewayBench.Tests.Execution;

namespace GatewayBench.Tests.Bench;

/// <summary>What declared steps send and accept.</summary>
public sealed class BenchStepsTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task A_step_sends_its_method_path_headers_and_body()
    {
        var requests = await SentAsync(
            Benches.Step(
                "method: PUT, path: /a?b=1, headers: { X-Key: k }, body: { n: 1.50, t: yes, o: true, z: ~, l: [a, []], q: '1' }"
            )
        );

        Assert.Equal(
            """PUT /a?b=1 k {"n":1.50,"t":"yes","o":true,"z":null,"l":["a",[]],"q":"1"}""",
            Assert.Single(requests)
        );
    }

    [Fact]
    public async Task Captured_values_are_put_into_paths_headers_and_bodies_as_each_needs_them()
    {
        var requests = await SentAsync(
            Benches.Steps(
                "path: /a, capture: { id: { json: '$.list[0].id' }, tag: { header: X-Tag }, kind: { header: content-type } }",
                "path: '/b/{{id}}', headers: { X-Key: '{{tag}}' }, body: { of: 'id {{id}} {{kind}}' }"
            ),
            _ => (200, """{"list": [{"id": "a/\"b"}]}""")
        );

        Assert.Equal(
            ["GET /a", """POST /b/a%2F%22b tagged {"of":"id a/\u0022b text/odd"}"""],
            requests
        );
    }

    [Theory]
    [InlineData("path: /a, expect: { status: 404 }", 404, "", null)]
    [InlineData("path: /a, expect: { status: 202 }", 200, "", "check 'status is 202' failed")]
    [InlineData("path: /a, expect: { status: 404 }", 200, "", "check 'status is 404' failed")]
    [InlineData("path: /a, expect: { status: 202 }", 500, "", "HTTP 500")]
    [InlineData("path: /a, expect: { contains: b }", 200, "abc", null)]
    [InlineData("path: /a, expect: { contains: x }", 200, "abc", "check 'contains 'x'' failed")]
    [InlineData("path: /a, expect: { has: ['$.a'] }", 200, "{\"a\":0}", null)]
    [InlineData(
        "path: /a, expect: { has: ['$.a'] }",
        200,
        "{\"a\":null}",
        "check 'has $.a' failed"
    )]
    [InlineData("path: /a, expect: { has: ['$.a'] }", 200, "no JSON", "check 'has $.a' failed")]
    [InlineData("path: /a, expect: { json: { $.a: { b: 1 } } }", 200, "{\"a\":{\"b\":1.0}}", null)]
    [InlineData(
        "path: /a, expect: { json: { $.a: '1' } }",
        200,
        "{\"a\":1}",
        "check '$.a is as expected' failed"
    )]
    [InlineData("path: /a, capture: { id: { json: $.id } }", 200, "{}", "check 'has id' failed")]
    [InlineData("path: /a, capture: { id: { header: X-No } }", 200, "{}", "check 'has id' failed")]
    public async Task A_reply_is_what_was_expected_or_an_error_that_says_why(
        string step,
        int status,
        string body,
        string? error
    )
    {
        var target = new HttpTarget(_ => (status, body));
        await using var run = new StepRun(_clock, target, Benches.Step(step).Scenario);

        var hit = await run.IterateAsync();

        var samples = run.Run.Samples.All().Values;
        if (error is null)
        {
            Assert.Equal(Outcome.Success, hit.Outcome);
            Assert.Empty(samples);
        }
        else
        {
            Assert.Contains(error, Assert.Single(samples), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_step_gives_up_after_its_own_time_and_others_after_that_of_the_run()
    {
        var plan = Benches.Steps("path: /a, expect: { maxTime: 2s }", "path: /b");
        var answers = new Queue<int>([0, 200, 0]);
        var target = new HttpTarget(_ => (answers.Dequeue(), "{}"));
        await using var run = new StepRun(_clock, target, plan.Scenario);

        var first = await run.IterateAsync();
        var second = await run.IterateAsync();

        Assert.Equal([Outcome.Timeout, Outcome.Timeout], [first.Outcome, second.Outcome]);
        Assert.Equal(TimeSpan.FromSeconds(2), _clock.GetElapsedTime(first.Sent, first.Ended));
        Assert.Equal(TimeSpan.FromSeconds(10), _clock.GetElapsedTime(second.Sent, second.Ended));
    }

    [Fact]
    public async Task First_steps_are_done_once_and_what_they_capture_is_known_to_all()
    {
        var plan = Benches.Parse(
            """
            schemaVersion: 1
            first: [{ path: /login, capture: { key: { json: $.key } } }]
            scenarios: [{ steps: [{ path: /a, headers: { X-Key: "{{key}}" } }] }]
            load: { users: 1 }
            """
        );

        var requests = await SentAsync(plan, _ => (200, """{"key": "k1"}"""), iterations: 2);

        Assert.Equal(["GET /login", "GET /a k1", "GET /a k1"], requests);
    }

    [Fact]
    public async Task Values_of_the_environment_are_sent_and_named_as_secrets()
    {
        var plan = Benches.Step(
            "path: '/a/${KEY}', headers: { X-Key: 'Bearer ${KEY}' }, body: ['${KEY}']",
            ("KEY", "s e/c")
        );

        Assert.Equal(["""POST /a/s%20e%2Fc Bearer s e/c ["s e/c"]"""], await SentAsync(plan));
        Assert.Equal(["s e/c"], plan.Secrets);
        Assert.Equal("all", plan.Scenario.Name);
    }

    [Fact]
    public async Task A_header_that_a_reply_put_a_line_into_is_sent_without_it()
    {
        var requests = await SentAsync(
            Benches.Steps(
                "path: /a, capture: { id: { json: $.id } }",
                "path: /b, headers: { X-Key: '{{id}}' }"
            ),
            _ => (200, """{"id": "a\r\nX-Other: ü"}""")
        );

        Assert.Equal("GET /b a??X-Other: ?", requests[1]);
    }

    private async Task<IReadOnlyList<string>> SentAsync(
        BenchPlan plan,
        Func<string, (int, string)>? answer = null,
        int iterations = 1
    )
    {
        var target = new HttpTarget(answer ?? (_ => (200, "{}")));
        await using var run = new StepRun(_clock, target, plan.Scenario);
        for (var i = 0; i < iterations; i++)
        {
            Assert.Equal(Outcome.Success, (await run.IterateAsync()).Outcome);
        }
        return target.Requests;
    }
}
