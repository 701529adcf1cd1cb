using System.ClientModel;
using OpenAI.Chat;

namespace Gateway.Tests;

/// <summary>What OpenAI's SDKs make of the gateway's 401, 403 and 429.</summary>
public sealed class SdkAccessTests
{
    /// <summary>A model that takes next to nothing.</summary>
    private const string Tiny = "tiny";

    private static readonly (string, string)[] OnlyOne =
    [
        ("RateLimit:Enabled", "true"),
        ("RateLimit:Requests", "1"),
    ];

    [Fact]
    public async Task A_key_of_the_gateway_is_the_SDKs_key()
    {
        await using var provider = await Providers.StartAsync();
        await using var gateway = Providers.Gateway(provider, Access.On());
        using var client = gateway.Connect();

        ChatCompletion completion = await AskAsync(client, Access.ChatKey);

        Assert.Equal(ChatFinishReason.Stop, completion.FinishReason);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("stream")]
    public async Task It_is_that_of_npms_SDK_too(string command)
    {
        await using var provider = await Providers.StartAsync();
        await using var gateway = Providers.Gateway(provider, Access.On());
        using var client = gateway.Connect();

        await NpmOpenAiTests.RunAsync(client.ApiAddress(), command, Access.ChatKey);

        Assert.Equal(1, provider.GetStatistics().ChatRequests);
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
    public async Task So_does_one_of_the_gateways_own_limit()
    {
        await using var provider = await Providers.StartAsync();
        await using var gateway = Providers.Gateway(provider, OnlyOne);
        using var client = gateway.Connect();
        await AskAsync(client, "sk-any");

        var refused = await FailAsync(client, "sk-any");

        Assert.Equal(429, refused.Status);
        Assert.Contains("rate_limit_exceeded", refused.Message, StringComparison.Ordinal);
        Assert.True(refused.GetRawResponse()!.Headers.TryGetValue("retry-after", out var wait));
        Assert.InRange(int.Parse(wait!, null), 1, 60);
        Assert.Equal(1, provider.GetStatistics().ChatRequests);
    }

    [Fact]
    public async Task A_stream_that_is_refused_is_so_before_its_first_chunk()
    {
        await using var provider = await Providers.StartAsync();
        await using var closed = Providers.Gateway(provider, Access.On());
        await using var open = Providers.Gateway(provider, OnlyOne);
        using var first = closed.Connect();
        using var second = open.Connect();
        await AskAsync(second, "sk-any");

        Assert.Equal(401, (await FailStreamAsync(first)).Status);
        Assert.Equal(429, (await FailStreamAsync(second)).Status);
    }

    [Theory]
    [InlineData("refused")]
    [InlineData("refusedStream")]
    public async Task Npms_SDK_knows_them_by_name(string command)
    {
        await using var provider = await Providers.StartAsync(o =>
            o.RateLimit.RequestsPerMinute = 1
        );
        await using var closed = Providers.Gateway(provider, Access.On());
        await using var open = Providers.Gateway(provider);
        await using var limited = Providers.Gateway(provider, OnlyOne);
        using var first = closed.Connect();
        using var second = open.Connect();
        using var third = limited.Connect();
        await AskAsync(second, "sk-any");
        (await third.GetAsync("/v1/models", TestContext.Current.CancellationToken)).Dispose();

        Assert.Equal(
            """{"name":"AuthenticationError","status":401,"code":"invalid_api_key","type":"invalid_request_error","param":null}""",
            await RefusedAsync(first, command)
        );
        Assert.All(
            [await RefusedAsync(second, command), await RefusedAsync(third, command)],
            refused =>
                Assert.Equal(
                    """{"name":"RateLimitError","status":429,"code":"rate_limit_exceeded","type":"requests","param":null}""",
                    refused
                )
        );
    }

    [Fact]
    public async Task What_the_provider_refuses_is_to_the_SDK_what_it_is_from_the_provider()
    {
        await using var provider = await Providers.StartAsync(o => o.Models[Tiny] = 5);
        await using var gateway = Providers.Gateway(provider, ("Completions:Models:0", Tiny));
        using var client = gateway.Connect();

        var direct = await TooLongAsync(new Uri(provider.BaseAddress, "v1"));
        var through = await TooLongAsync(client.ApiAddress());

        Assert.Equal(400, through.Status);
        Assert.Contains("context_length_exceeded", through.Message, StringComparison.Ordinal);
        Assert.Equal(direct.Message, through.Message);

        static Task<ClientResultException> TooLongAsync(Uri api) =>
            Assert.ThrowsAsync<ClientResultException>(() =>
                Providers
                    .Sdk(api)
                    .GetChatClient(Tiny)
                    .CompleteChatAsync(
                        [new UserChatMessage("one two three four five six seven")],
                        cancellationToken: TestContext.Current.CancellationToken
                    )
            );
    }

    [Fact]
    public async Task What_the_provider_refuses_is_to_npms_SDK_what_it_is_from_the_provider()
    {
        await using var provider = await Providers.StartAsync(o => o.Models[Tiny] = 5);
        await using var gateway = Providers.Gateway(provider, ("Completions:Models:0", Tiny));
        using var client = gateway.Connect();

        var direct = await NpmOpenAiTests.RunAsync(new Uri(provider.BaseAddress, "v1"), "errors");
        var through = await NpmOpenAiTests.RunAsync(client.ApiAddress(), "errors");

        Assert.Equal("BadRequestError", through["tooLong"]!["name"]!.GetValue<string>());
        Assert.Equal(direct["tooLong"]!.ToJsonString(), through["tooLong"]!.ToJsonString());
    }

    private static async Task<string> RefusedAsync(HttpClient client, string command) =>
        (await NpmOpenAiTests.RunAsync(client.ApiAddress(), command)).ToJsonString();

    private static Task<ClientResultException> FailStreamAsync(HttpClient client) =>
        Assert.ThrowsAsync<ClientResultException>(async () =>
        {
            await foreach (
                var _ in Providers
                    .Chat(client.ApiAddress())
                    .CompleteChatStreamingAsync(
                        [new UserChatMessage("hello")],
                        cancellationToken: TestContext.Current.CancellationToken
                    )
            )
            {
                Assert.Fail("a chunk of a stream that should be refused");
            }
        });

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
