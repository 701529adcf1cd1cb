using GatewayBench;
using Xunit;

/// <summary>The same gateway's other ways to its model: only the configuration key and the path differ.</summary>
public sealed class OtherClients(ITestOutputHelper output)
{
    [LoadFact]
    public Task Azure_v1_through_the_OpenAI_SDK() =>
        Run("/api/ask-azure", "AzureOpenAI:Endpoint", path: "/openai/v1");

    [LoadFact]
    public Task Plain_HttpClient_with_a_base_address() =>
        Run("/api/ask-http", "Llm:BaseUrl", path: "/");

    private async Task Run(string route, string configKey, string path)
    {
        await using var provider = await FakeProvider.StartAsync(o => o.Latency = Delay.None);
        await using var gateway = new GatewayHost<Program>().UseProvider(provider, configKey, path);
        var ask = Scenario.Http(
            $"POST {route}",
            user => user.PostJson(route, new { text = user.NextPrompt() })
        );

        var result = await LoadRunner.RunAsync(gateway, ask, Load.Closed(users: 4, "5s"), output);

        result.ShouldSucceed();
    }
}
