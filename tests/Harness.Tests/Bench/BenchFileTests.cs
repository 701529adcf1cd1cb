namespace GatewayBench.Tests.Bench;

/// <summary>What a bench file says, as the plan of a run.</summary>
public sealed class BenchFileTests
{
    private const string Whole = """
        schemaVersion: 1
        name: whole
        hypothesis: it holds
        watch: [p99]
        target:
          url: http://127.0.0.1:5080
          http2: true
        provider:
          port: 8090
          latency: lognormal(p50=40ms,p99=400ms)
          rateLimit: { requestsPerMinute: 600 }
          faults: [status(500)@1%]
        scenarios:
          - { use: chat, weight: 3 }
          - use: run-polled
            path: /runs
            every: 50ms
          - name: mine
            weight: 0.5
            steps: [{ path: /a }, { path: /b, thinkTime: 1s }]
        load: { users: 4, usersPerSecond: 2, thinkTime: 2s..8s, duration: 7s }
        warmUp: 0s
        exchangeTimeout: 3s
        seed: 7
        slos: [p99<1s, "errors<1%"]
        output: out
        """;

    [Fact]
    public void All_of_it_is_read()
    {
        var plan = Benches.Parse(Whole);

        Assert.Equal(("whole", "it holds"), (plan.Name, plan.Hypothesis));
        Assert.Equal("p99", Assert.Single(plan.Watch));
        Assert.Equal(
            ("http://127.0.0.1:5080", true, false),
            (plan.Target!.Url, plan.Target.Connections.Http2, plan.Target.Connections.Fresh)
        );
        Assert.Equal(
            [
                "provider.faults=status(500)@1%",
                "provider.latency=lognormal(p50=40ms,p99=400ms)",
                "provider.port=8090",
                "provider.rateLimit.requestsPerMinute=600",
            ],
            plan.Provider!.Select(one => $"{one.Name}={one.Texts[0]}").Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            ["POST /api/chat", "run /runs, polled", "mine"],
            plan.Scenario.Parts.Select(part => part.Name)
        );
        Assert.Equal("whole", plan.Scenario.Name);
        Assert.Equal("4 users, 2 started/s", plan.Load.Load.Name);
        Assert.Equal(TimeSpan.FromSeconds(7), plan.Load.Load.Duration);
        Assert.Equal(Delay.Uniform("2s", "8s").ToString(), plan.Load.ThinkTime!.ToString());
        Assert.Equal(
            (TimeSpan.Zero, TimeSpan.FromSeconds(3), 7UL),
            (plan.WarmUp, plan.ExchangeTimeout, plan.Seed)
        );
        Assert.Equal(["p99<1s", "errors<1%"], plan.Slos.Select(slo => slo.ToString()));
        Assert.Equal(Path.GetFullPath("tests/out"), plan.Output);
    }

    [Fact]
    public void What_is_left_out_has_no_value()
    {
        var plan = Benches.Parse(
            "schemaVersion: 1\nscenarios: [{ use: health }]\nload: { users: 1 }"
        );

        Assert.Equal(("some", "GET /health"), (plan.Name, plan.Scenario.Name));
        Assert.Null(plan.Target);
        Assert.Null(plan.Provider);
        Assert.Null(plan.WarmUp);
        Assert.Null(plan.Output);
        Assert.False(plan.Load.HasDuration);
        Assert.Equal(TimeSpan.FromSeconds(5), plan.Load.Load.Duration);
        Assert.Empty(plan.Secrets);
    }

    [Fact]
    public void Json_is_read_as_well()
    {
        var plan = Benches.Parse(
            "{\n\t\"schemaVersion\":1,\"scenarios\":[{\"steps\":[{\"path\":\"\\/a\",\"name\":\"\\ud83d\\ude00\"}]}],\n\t\"load\":{\"users\":2}\n}"
        );

        Assert.Equal("\U0001F600", plan.Scenario.Name);
        Assert.Equal("2 users", plan.Load.Load.Name);
    }

    [Theory]
    [InlineData("rate: 20", "20/s")]
    [InlineData("rate: 20, arrivals: poisson, maxInFlight: 3", "poisson 20/s")]
    [InlineData("rate: 20, arrivals: gamma, burstiness: 0.5", "gamma")]
    [InlineData(
        "users: 0, stages: [{ users: 50, over: 1s, name: rise }, { users: 50, over: 2s }]",
        "50 users, from 0 to 50 in 1s, to 50 in 2s"
    )]
    [InlineData("rate: 0, stages: [{ rate: 50, over: 1s }, { rate: 50, over: 2s }]", "50/s")]
    public void Each_kind_of_load_is_read(string load, string expected)
    {
        var plan = Benches.Parse(
            $$"""
            schemaVersion: 1
            scenarios: [{ use: health }]
            load: { {{load}} }
            """
        );

        Assert.Contains(expected, plan.Load.Load.Name, StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_takes_the_place_of_a_load()
    {
        var plan = Benches.Parse(
            """
            schemaVersion: 1
            scenarios: [{ use: health }]
            load: { profile: spike, expectedPeak: 20, thinkTime: 1s, duration: 21s }
            timeScale: 0.5
            """
        );

        Assert.Equal("spike", plan.Load.Profile!.Name);
        Assert.Equal(200, ((ClosedLoad)plan.Load.Load).Users);
        Assert.Equal(TimeSpan.FromSeconds(21), plan.Load.Profile.Duration);
        Assert.NotNull(plan.Load.ThinkTime);
        Assert.Equal(0.5, plan.TimeScale);
    }

    [Fact]
    public void Every_ready_made_scenario_can_be_used()
    {
        foreach (var one in BuiltInScenarios.All)
        {
            var more = one.Name == "search" ? ", queries: [a]" : "";

            var plan = Benches.Parse(
                $$"""
                schemaVersion: 1
                scenarios: [{ use: {{one.Name}}, path: /there{{more}} }]
                load: { users: 1 }
                """
            );

            Assert.Contains("/there", plan.Scenario.Name, StringComparison.Ordinal);
        }
    }
}
