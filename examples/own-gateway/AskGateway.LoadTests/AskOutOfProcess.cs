using GatewayBench;
using Xunit;

/// <summary>The gateway as a process of its own, with little memory: should it run out, this one lives.</summary>
public sealed class AskOutOfProcess(ITestOutputHelper output)
{
    [LoadFact]
    public async Task Ask_within_200_MB_of_heap()
    {
        await using var provider = await FakeProvider.StartAsync(o => o.Latency = Delay.None);
        await using var gateway = new GatewayHost<Program>()
            .UseProvider(provider, configKey: "OpenAI:Endpoint")
            .UseHosting(Hosting.Child)
            .UseHeapLimit("200MB");
        var ask = Scenario.Http(
            "POST /api/ask, child",
            user => user.PostJson("/api/ask", new { text = user.NextPrompt() })
        );

        var result = await LoadRunner.RunAsync(gateway, ask, Load.Closed(users: 4, "5s"), output);

        result.ShouldSucceed();
    }
}
