using System.ClientModel;
using OpenAI;
using OpenAI.Chat;

namespace GatewayBench.FakeProviderTests;

public sealed class RetryTests
{
    [Theory]
    [InlineData("retry-after-ms", "1500")]
    [InlineData("retry-after", "2")]
    [InlineData("retry-after", "3600")]
    [InlineData("retry-after-ms", "3600000")]
    [InlineData("none", "3600000")]
    public async Task Probe(string name, string value)
    {
        await using var server = await RefusingServer.StartAsync((name, value));
        var failure = await NpmOpenAi.RunAsync(server.BaseAddress, "retries");
        TestContext.Current.TestOutputHelper!.WriteLine(
            "npm " + failure + string.Join(" ", server.Gaps)
        );
        await using var other = await RefusingServer.StartAsync((name, value));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(
            TestContext.Current.CancellationToken
        );
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        try
        {
            await new OpenAIClient(
                new ApiKeyCredential("any"),
                new OpenAIClientOptions { Endpoint = new Uri(other.BaseAddress, "v1") }
            )
                .GetChatClient("m")
                .CompleteChatAsync(
                    [new UserChatMessage("hello")],
                    cancellationToken: patience.Token
                );
        }
        catch (Exception e)
        {
            TestContext.Current.TestOutputHelper!.WriteLine(
                "nuget " + e.GetType() + string.Join(" ", other.Gaps)
            );
        }
    }
}
