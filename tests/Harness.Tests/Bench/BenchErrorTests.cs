namespace GatewayBench.Tests.Bench;

/// <summary>Every error says where, what, and what is allowed.</summary>
public sealed class BenchErrorTests
{
    private const string Scenarios = "scenarios: [{ use: health }]";
    private const string Load = "load: { users: 1 }";

    [Theory]
    [InlineData(
        "users: 0",
        "3:16: load.users is '0'; allowed: a whole number from 1 to 20,000, and 0 only with stages."
    )]
    [InlineData("users: many", "3:16: load.users is 'many'; allowed: a whole number")]
    [InlineData(
        "users: '5'",
        "3:16: load.users is a text, '5'; allowed: a whole number from 0 to 20,000, without quotes."
    )]
    [InlineData("users: [5]", "3:16: load.users is a list; allowed: ")]
    [InlineData("users: ", "3:17: load.users is empty; allowed: ")]
    [InlineData("user: 5", "3:9: load.user is unknown; allowed: users, ", "Did you mean users?")]
    [InlineData("zzz: 5", "3:9: load.zzz is unknown; allowed: users, ")]
    [InlineData(
        "duration: 5s",
        "3:7: load: None of users, rate, trace, profile is given; allowed: exactly one."
    )]
    [InlineData(
        "users: 1, rate: 5",
        "3:25: load.rate is given beside users; allowed: exactly one of "
    )]
    [InlineData(
        "users: 1, arrivals: poisson",
        "load.arrivals is given with users, which has no use for it"
    )]
    [InlineData(
        "users: 1, duration: 5",
        "3:29: load.duration is '5'; allowed: a number and a unit"
    )]
    [InlineData(
        "users: 1, thinkTime: 8s..2s",
        "3:30: load.thinkTime is '8s..2s'; allowed: a duration"
    )]
    [InlineData("rate: 0", "3:15: load.rate: ", "allowed: ")]
    [InlineData(
        "rate: 1, arrivals: odd",
        "load.arrivals is 'odd'; allowed: constant, poisson, gamma."
    )]
    [InlineData("rate: 1, burstiness: 2", "burstiness and arrivals: gamma belong together")]
    [InlineData(
        "rate: 1, stages: [{ rate: 1, over: 1s }], duration: 1s",
        "load.duration is given with stages"
    )]
    [InlineData("rate: 1, stages: []", "load.stages is an empty list; allowed: a list of stages")]
    [InlineData(
        "rate: 1, stages: [{ rate: 1 }]",
        "3:27: load.stages[0].over is missing; allowed: rate, users, over, name."
    )]
    [InlineData(
        "rate: 1, stages: [{ users: 1, over: 1s }]",
        "3:36: load.stages[0]: stages of a load of rate have rate and over; allowed: rate, and no users."
    )]
    [InlineData(
        "users: 1, stages: [{ rate: 1, over: 1s }]",
        "3:36: load.stages[0]: stages of a load of users have users and over"
    )]
    [InlineData(
        "rate: 1, stages: [{ rate: 1, over: 1s, name: a }]",
        "load.stages[0].name is given with rate"
    )]
    [InlineData(
        "users: 0, stages: [{ users: 0, over: 1s }]",
        "load.stages: ",
        "at least one above 0"
    )]
    [InlineData(
        "users: 1, usersPerSecond: 2, stages: [{ users: 1, over: 1s }]",
        "load.usersPerSecond is given with stages"
    )]
    [InlineData("profile: stress", "3:18: load.profile is 'stress'; allowed: smoke, load, ramp, ")]
    [InlineData("profile: ramp, users: 3", "load.profile is given beside users")]
    [InlineData(
        "profile: ramp, stages: [{ users: 3, over: 1s }]",
        "load.stages is given with profile"
    )]
    [InlineData(
        "profile: full, expectedPeak: 3",
        "load.profile: ",
        "has no use for an expected peak"
    )]
    [InlineData("users: 3, expectedPeak: 3", "load.expectedPeak is given with users")]
    [InlineData("trace: gone.txt", "3:16: load.trace: ", "gone.txt")]
    public void Of_a_load(string load, params string[] expected) =>
        Refused(
            $$"""
            schemaVersion: 1
            {{Scenarios}}
            load: { {{load}} }
            """,
            expected
        );

    [Theory]
    [InlineData(
        "use: chats",
        "2:20: scenarios[0].use is 'chats'; allowed: health, metrics, chat, "
    )]
    [InlineData("name: a", "2:13: scenarios[0]: None of use, steps is given")]
    [InlineData(
        "use: chat, turns: 3",
        "scenarios[0].turns is given with use: chat, which has no use for it; allowed: path."
    )]
    [InlineData("use: search", "scenarios[0].queries is missing")]
    [InlineData("use: chat, weight: 0", "scenarios[0].weight is '0'; allowed: a number from 0.001")]
    [InlineData(
        "use: chat, path: a",
        "scenarios[0].path is 'a'; allowed: a path that begins with one slash"
    )]
    [InlineData(
        "steps: [{ path: a }]",
        "scenarios[0].steps[0].path is 'a'; allowed: a path that begins with one slash"
    )]
    [InlineData("steps: [{ path: /a b }]", "scenarios[0].steps[0].path is '/a b'; allowed: ")]
    [InlineData(
        "steps: [{ name: a }]",
        "scenarios[0].steps[0].path is missing; allowed: name, method, path"
    )]
    [InlineData(
        "steps: [{ path: /a, metod: PUT }]",
        "scenarios[0].steps[0].metod is unknown",
        "Did you mean method?"
    )]
    [InlineData(
        "steps: [{ path: /a, method: put }]",
        "steps[0].method is 'put'; allowed: GET, POST, "
    )]
    [InlineData(
        "steps: [{ path: /a, method: GET, body: 1 }]",
        "steps[0].body is given with GET; allowed: one of the two."
    )]
    [InlineData(
        "steps: [{ path: /a, headers: { 'a b': c } }]",
        "steps[0].headers.a b can't be sent; allowed: a header in ASCII"
    )]
    [InlineData(
        "steps: [{ path: /a, headers: { Content-Type: c } }]",
        "Content-Type describes a body, and there is none"
    )]
    [InlineData(
        "steps: [{ path: /a, capture: { a.b: { json: $.a } } }]",
        "'a.b' is no name; allowed: letters"
    )]
    [InlineData(
        "steps: [{ path: /a, capture: { a: { } } }]",
        "steps[0].capture.a: None of json, header is given"
    )]
    [InlineData(
        "steps: [{ path: /a, capture: { a: { json: a } } }]",
        "steps[0].capture.a.json: 'a' "
    )]
    [InlineData(
        "steps: [{ path: /a, capture: { a: { json: '$..a' } } }]",
        "may find several values; allowed: a JSON path to one value"
    )]
    [InlineData(
        "steps: [{ path: /a, expect: { status: 100 } }]",
        "expect.status is '100'; allowed: a whole number from 200 to 599."
    )]
    [InlineData(
        "steps: [{ path: /a, expect: { maxtime: 1s } }]",
        "expect.maxtime is unknown",
        "Did you mean maxTime?"
    )]
    [InlineData(
        "steps: [{ path: /a, expect: { contains: '{{user.index}}' } }]",
        "contains differs from request to request"
    )]
    [InlineData(
        "steps: [{ path: /a, name: x }, { path: /b, name: x }]",
        "scenarios[0].steps: The sequence",
        "two parts named 'x'"
    )]
    [InlineData(
        "use: chat }, { use: chat",
        "2:12: scenarios: The mix 'some' has two parts named 'POST /api/chat'"
    )]
    public void Of_a_scenario(string scenario, params string[] expected) =>
        Refused(
            $$"""
            schemaVersion: 1
            scenarios: [{ {{scenario}} }]
            {{Load}}
            """,
            expected
        );

    [Theory]
    [InlineData("target: { }", "4:9: target: None of url, gateway, project is given")]
    [InlineData(
        "target: { url: nonsense }",
        "target.url: 'nonsense' does not parse as a URL; allowed: http"
    )]
    [InlineData(
        "target: { url: http://10.0.0.1 }",
        "4:16: target.url: 'http://10.0.0.1/' is not on this machine; allowed: loopback. If it is yours to load, add allow: [10.0.0.1]"
    )]
    [InlineData(
        "target: { url: http://127.0.0.1, allow: [a:1] }",
        "target.allow: 'a:1' is not a host"
    )]
    [InlineData(
        "target: { url: http://127.0.0.1, transport: inmemory }",
        "target.transport is given with url"
    )]
    [InlineData(
        "target: { url: http://127.0.0.1, hosting: child }",
        "target.hosting is given with url"
    )]
    [InlineData(
        "target: { url: http://127.0.0.1, meters: [a] }",
        "target.meters is given with url"
    )]
    [InlineData("target: { url: http://127.0.0.1, scrape: metrics }", "target.scrape: 'metrics'")]
    [InlineData(
        "target: { url: http://127.0.0.1, scrape: http://10.0.0.1/metrics }",
        "target.scrape: 'http://10.0.0.1/metrics/' is not on this machine; allowed: loopback"
    )]
    [InlineData(
        "target: { gateway: a.dll, scrape: /metrics }",
        "target.scrape is given with gateway"
    )]
    [InlineData(
        "target: { url: http://127.0.0.1, redis: db.example.org:6380 }",
        "target.redis is on 'db.example.org', which is not this machine; allowed: loopback"
    )]
    [InlineData(
        "target: { url: http://127.0.0.1, redis: 127.0.0.1:0 }",
        "target.redis: '127.0.0.1:0' is no address of a Redis server"
    )]
    [InlineData(
        "target: { url: http://127.0.0.1, redisPassword: a }",
        "target.redisPassword is given without redis"
    )]
    [InlineData(
        "target: { url: http://127.0.0.1, postgres: Host=127.0.0.1;Password=hush;x }",
        "target.postgres: Format of the initialization string"
    )]
    [InlineData(
        "target: { url: http://127.0.0.1, postgres: Username=me }",
        "target.postgres: It says no Host; allowed: "
    )]
    [InlineData(
        "target: { url: http://127.0.0.1, postgres: 'Server=localhost,10.0.0.1:5433' }",
        "target.postgres is on '10.0.0.1', which is not this machine; allowed: loopback"
    )]
    [InlineData(
        "target: { gateway: gone.dll }",
        "4:20: target.gateway is 'gone.dll'; allowed: a file that is there"
    )]
    [InlineData(
        "provider: { latncy: 1s }",
        "4:13: provider.latncy is unknown",
        "Did you mean latency?"
    )]
    [InlineData("provider: { latency: soon }", "4:22: provider.latency", "soon")]
    [InlineData(
        "provider: { rateLimit: { requestsPerMinute: -1 } }",
        "4:45: provider.rateLimit.requestsPerMinute is '-1'; allowed: "
    )]
    [InlineData("slos: [p99<]", "4:8: slos[0]: 'p99<' is no SLO, at character 5")]
    [InlineData(
        "seed: -1",
        "4:7: seed is '-1'; allowed: a whole number from 0 to 18446744073709551615."
    )]
    [InlineData("prompts: gone.jsonl", "4:10: prompts: ", "gone.jsonl")]
    [InlineData("name: ''", "4:7: name is ''; allowed: a text that is not empty.")]
    [InlineData("seed: 1\nseed: 2", "seed")]
    [InlineData("first: [{ path: a }]", "4:17: first[0].path is 'a'; allowed: ")]
    public void Of_everything_else(string line, params string[] expected) =>
        Refused(
            $$"""
            schemaVersion: 1
            {{Scenarios}}
            {{Load}}
            {{line}}
            """,
            expected
        );

    [Theory]
    [InlineData("", "The file has 0 documents; allowed: one.")]
    [InlineData("a: 1\n---\nb: 2", "The file has 2 documents; allowed: one.")]
    [InlineData("- 1", "1:1: The bench file is a list; allowed: an object with schemaVersion, ")]
    [InlineData("a: [1", "This is neither YAML nor JSON")]
    [InlineData("{\"a\": ", "This is neither YAML nor JSON")]
    [InlineData("name: x", "1:1: schemaVersion is missing; allowed: schemaVersion, name, ")]
    [InlineData(
        "schemaVersion: 2\nscenarios: [{ use: new }]\nload: {}",
        "1:16: schemaVersion is '2'; allowed: 1."
    )]
    public void Of_the_whole(string text, params string[] expected) => Refused(text, expected);

    [Theory]
    [InlineData(", providerKey: Key", "", ":4:9: provider and target.providerKey")]
    [InlineData("", "provider: {}", ":5:11: provider and target.providerKey")]
    [InlineData(", providerPath: /v1", "", "target.providerPath is given without providerKey")]
    [InlineData(", hosting: docker", "", "target.hosting is 'docker'; allowed: inprocess, child.")]
    [InlineData(
        ", heapLimit: 200MB",
        "",
        "target.heapLimit is given without hosting: child, and would limit the tool itself; allowed: both or neither."
    )]
    [InlineData(
        ", hosting: child, heapLimit: 5MB",
        "",
        "target.heapLimit: '5MB' is not a heap limit; allowed: 16MB or more"
    )]
    [InlineData(
        ", hosting: child, transport: inmemory",
        "",
        "target.transport is 'inmemory', which ends at the tool's own process; allowed with hosting: child: loopback."
    )]
    [InlineData(
        ", hosting: child, fresh: true",
        "",
        "target.fresh is 'true', which a gateway that is a process of its own does not take; allowed with hosting: child: false."
    )]
    [InlineData(", settings: &s { A: *s }", "", "is too deep; allowed: 16 levels.")]
    [InlineData(", settings: { A: [1] }", "", "target.settings.A is a list; allowed: ")]
    [InlineData(
        ", settings: { A: '{{user.index}}' }",
        "",
        "target.settings.A differs from request to request"
    )]
    public void Of_a_hosted_gateway(string keys, string provider, string expected)
    {
        var file = Path.GetTempFileName();
        try
        {
            Refused(
                $$"""
                schemaVersion: 1
                {{Scenarios}}
                {{Load}}
                target: { gateway: {{file}}{{keys}} }
                {{provider}}
                """,
                [expected]
            );
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        var error = Assert.Throws<BenchException>(() => BenchFile.Read("no-such-bench.yaml"));

        Assert.StartsWith(
            "no-such-bench.yaml:1:1: The bench file can't be read; allowed: a file of YAML or JSON.",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_value_of_the_environment_is_never_repeated()
    {
        var error = Assert.Throws<BenchException>(() =>
            Benches.Step("path: /a, headers: { X-Key: '${KEY}' }", ("KEY", "tulip\u00fc"))
        );

        Assert.Contains("headers.X-Key can't be sent", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("tulip", error.Message, StringComparison.Ordinal);
    }

    private static void Refused(string text, string[] expected)
    {
        var message = Benches.Refusal(text);

        Assert.Matches($"^{Benches.Path}:[0-9]+:[0-9]+: ", message);
        Assert.All(expected, part => Assert.Contains(part, message, StringComparison.Ordinal));
        Assert.DoesNotContain("Parameter", message, StringComparison.Ordinal);
    }
}
