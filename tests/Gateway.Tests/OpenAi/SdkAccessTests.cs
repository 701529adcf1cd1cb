using System.ClientModel;
using OpenAI.Chat;

namespace Gateway.Tests;

/// <summary>What OpenAI's SDKs make of the gateway's 401, 403 and 429.</summary>
public sealed class SdkAccessTests
{
    [Fact]
    public async Task A_key_of_the_gateway_is_the_SDKs_key()
    {
        await using var provider = await Providers.StartAsync();
        await using var gateway = Providers.Gateway(provider, Access.On());
        using var client = gateway.Connect();

        ChatCompletion completion = await AskAsync(client, Access.ChatKey);

        Assert.Equal(ChatFinishReason.Stop, completion.FinishReason);
    }

    [Fact]
    public async Task A_key_that_is_nobodys_is_401_and_one_without_the_scope_403()
    {
        await using var provider = await Providers.StartAsync();
        await using var gateway = Providers.Gateway(provider, Access.On());
        using var client = gateway.Connect();

        var unknown = await FailAsync(client, "sk-any");
        var lacking = await FailAsync(client, Access.RunsKey);

        Assert.Equal(401, unknown.Status);
        Assert.Contains("invalid_api_key", unknown.Message, StringComparison.Ordinal);
        Assert.Equal(403, lacking.Status);
        Assert.Contains("needs the scope 'chat'", lacking.Message, StringComparison.Ordinal);
        Assert.Equal(0, provider.GetStatistics().ChatRequests);
    }

    [Fact]
    public async Task A_429_of_the_provider_says_when_to_come_back()
    {
        await using var provider = await Providers.StartAsync(o =>
            o.RateLimit.RequestsPerMinute = 1
        );
        await using var gateway = Providers.Gateway(provider);
        using var client = gateway.Connect();
        await AskAsync(client, "sk-any");

        var refused = await FailAsync(client, "sk-any");

        Assert.Equal(429, refused.Status);
        Assert.Contains("rate_limit_exceeded", refused.Message, StringComparison.Ordinal);
        Assert.True(refused.GetRawResponse()!.Headers.TryGetValue("retry-after-ms", out var wait));
        Assert.InRange(int.Parse(wait!, null), 1, 60_000);
    }

    [Fact]
    public async Task Npms_SDK_knows_them_by_name()
    {
        await using var provider = await Providers.StartAsync(o =>
            o.RateLimit.RequestsPerMinute = 1
        );
        await using var closed = Providers.Gateway(provider, Access.On());
        await using var open = Providers.Gateway(provider);
        using var first = closed.Connect();
        using var second = open.Connect();
        await AskAsync(second, "sk-any");

        Assert.Equal(
            """{"name":"AuthenticationError","status":401,"code":"invalid_api_key","type":"invalid_request_error","param":null}""",
            await RefusedAsync(first)
        );
        Assert.Equal(
            """{"name":"RateLimitError","status":429,"code":"rate_limit_exceeded","type":"requests","param":null}""",
            await RefusedAsync(second)
        );
    }

    private static async Task<string> RefusedAsync(HttpClient client) =>
        (await NpmOpenAiTests.RunAsync(client.ApiAddress(), "refused")).ToJsonString();

    private static Task<ClientResult<ChatCompletion>> AskAsync(HttpClient client, string key) =>
        Providers
            .Sdk(client.ApiAddress(), key)
            .GetChatClient(Providers.Model)
            .CompleteChatAsync(
                [new UserChatMessage("hello")],
                cancellationToken: TestContext.Current.CancellationToken
            );

    private static Task<ClientResultException> FailAsync(HttpClient client, string key) =>
        Assert.ThrowsAsync<ClientResultException>(() => AskAsync(client, key));
}
