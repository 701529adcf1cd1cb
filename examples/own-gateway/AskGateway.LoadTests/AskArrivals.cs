using GatewayBench;
using Xunit;

public sealed class AskArrivals(ITestOutputHelper output)
{
    [LoadFact]
    public async Task Ask_with_200_arrivals_a_second()
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
                "POST /api/ask, open",
                user =>
                {
                    // Each user keeps its own cookies; token and headers go with all it sends.
                    user.Token ??= $"token-of-{user.Index}";
                    return user.PostJson("/api/ask", new { text = user.NextPrompt() });
                }
            )
            .Check("has answer", reply => reply.Json("text") is not null)
            .Count("bytes", reply => reply.Body.Length)
            .Rate("long", reply => reply.Body.Length > 200)
            .Trend("length", "bytes", reply => reply.Body.Length);

        var result = await LoadRunner.RunAsync(gateway, ask, Load.Poisson(200, "30s"), output);

        result.ShouldSucceed(maxErrors: 0.01);
    }
}
