using GatewayBench;
using Xunit;

public sealed class AskLoad(ITestOutputHelper output)
{
    [LoadFact] // Category=Load; skipped otherwise
    public async Task Ask_With32Users_Succeeds()
    {
        await using var provider = await FakeProvider.StartAsync(o =>
            o.Latency = Delay.LogNormal(p50: "40ms", p99: "400ms")
        );
        await using var gateway = new GatewayHost<Program>().UseProvider(
            provider,
            configKey: "OpenAI:Endpoint"
        );

        var ask = Scenario
            .Http(
                "POST /api/ask",
                user => user.PostJson("/api/ask", new { text = user.NextPrompt() })
            )
            .Check("has answer", reply => reply.Json("text") is not null);

        var result = await LoadRunner.RunAsync(gateway, ask, Load.Closed(users: 32, "5s"), output);

        result.ShouldSucceed(maxErrors: 0.01);
    }
}
