using GatewayBench.Support;
using Microsoft.AspNetCore.Builder;

namespace GatewayBench.FakeProviderTests;

public sealed class AnthropicSdkErrorTests
{
    // Timers of node round down to whole milliseconds, and so may end one early.
    private const double TimerError = 1;

    [Theory]
    [InlineData(400, "BadRequestError", "invalid_request_error")]
    [InlineData(401, "AuthenticationError", "authentication_error")]
    [InlineData(403, "PermissionDeniedError", "permission_error")]
    [InlineData(404, "NotFoundError", "not_found_error")]
    [InlineData(413, "ContentTooLargeError", "request_too_large")]
    [InlineData(429, "RateLimitError", "rate_limit_error")]
    [InlineData(500, "InternalServerError", "api_error")]
    [InlineData(529, "OverloadedError", "overloaded_error")]
    public async Task Each_status_is_an_error_of_its_class(int status, string name, string type)
    {
        await using var server = await RefusingAsync(status);

        var error = await AnthropicSdk.FailAsync(new Uri(server.Urls.First()));

        Assert.Equal(name, error.Name);
        Assert.Equal(status, error.Status);
        Assert.Equal(type, error.Type);
        Assert.Equal("req_of_the_test", error.RequestId);
        Assert.Contains("refused by the test", error.Message, StringComparison.Ordinal);
        Assert.Empty(error.Gaps);
    }

    [Fact]
    public async Task The_provider_itself_is_understood_when_it_refuses()
    {
        await using var client = await ProviderClient.StartAsync();

        var error = await AnthropicSdk.FailAsync(
            client.Provider.BaseAddress,
            """{"max_tokens":0}"""
        );

        Assert.Equal("BadRequestError", error.Name);
        Assert.Equal("invalid_request_error", error.Type);
        Assert.Contains("max_tokens", error.Message, StringComparison.Ordinal);
        Assert.StartsWith("req_", error.RequestId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_in_mid_stream_reaches_the_caller()
    {
        await using var client = await ProviderClient.StartAsync(o =>
            o.Faults.Add(Fault.ErrorAfter(chunks: 5))
        );

        var error = await AnthropicSdk.RunAsync(client.Provider.BaseAddress, "breakOff");

        Assert.Equal("APIError", error.GetProperty("name").GetString());
        Assert.Equal("api_error", error.GetProperty("type").GetString());
        Assert.NotEmpty(error.GetProperty("text").GetString()!);
    }

    [Fact]
    public async Task The_SDK_waits_as_long_as_a_429_says()
    {
        // A clock that stands still: no attempt is ever admitted, and each is told to wait a second.
        await using var client = await ProviderClient.StartAsync(o =>
        {
            o.TimeProvider = new ManualTimeProvider();
            o.RateLimit.RequestsPerMinute = 60;
        });
        client.Http.DefaultRequestHeaders.Add("x-api-key", "sk-ant-test");
        for (var i = 0; i < 60; i++)
        {
            await client.AskClaudeAsync("hello");
        }

        var error = await AnthropicSdk.FailAsync(client.Provider.BaseAddress, maxRetries: 2);

        Assert.Equal("RateLimitError", error.Name);
        Assert.Equal(3, client.Provider.GetStatistics().ResponsesWith(429));
        Assert.Equal(2, error.Gaps.Length);
        Assert.All(error.Gaps, gap => Assert.True(gap >= 1000 - TimerError, $"{gap} ms"));
    }

    [Fact]
    public async Task The_SDK_gives_up_at_once_where_waiting_is_no_use()
    {
        await using var client = await ProviderClient.StartAsync(o =>
            o.RateLimit.TokensPerMinute = 100
        );

        var error = await AnthropicSdk.FailAsync(
            client.Provider.BaseAddress,
            """{"max_tokens":1000}""",
            maxRetries: 2
        );

        Assert.Equal("RateLimitError", error.Name);
        Assert.Empty(error.Gaps);
        Assert.Equal(1, client.Provider.GetStatistics().ResponsesWith(429));
    }

    [Fact]
    public async Task The_SDK_backs_off_from_an_overloaded_provider()
    {
        // The clock stands still, so the one place is never free again.
        var clock = new ManualTimeProvider();
        await using var client = await ProviderClient.StartAsync(o =>
        {
            o.TimeProvider = clock;
            o.Latency = Delay.Fixed("1s");
            o.Overload.MaxInService = 1;
        });
        var inService = client.AskClaudeAsync("hello");
        await Eventually.TrueAsync(() => clock.PendingTimers > 0);

        var error = await AnthropicSdk.FailAsync(client.Provider.BaseAddress, maxRetries: 2);

        Assert.Equal("OverloadedError", error.Name);
        Assert.Equal("overloaded_error", error.Type);
        Assert.Equal(3, client.Provider.GetStatistics().ResponsesWith(529));
        Assert.Equal(2, error.Gaps.Length);
        // Half a second, then a whole one, each shortened by up to a quarter.
        Assert.True(error.Gaps[0] >= 0.75 * 500 - TimerError, $"{error.Gaps[0]} ms");
        Assert.True(error.Gaps[1] >= 0.75 * 1000 - TimerError, $"{error.Gaps[1]} ms");
        clock.Advance(TimeSpan.FromSeconds(1));
        await inService;
    }

    /// <summary>A server that answers everything with one error.</summary>
    private static async Task<WebApplication> RefusingAsync(int status)
    {
        var endpoints = new ProviderEndpoints(new FakeProviderOptions());
        var app = ProviderServer.Build(
            endpoints,
            context =>
            {
                context.Response.Headers[RequestIds.Header] = "req_of_the_test";
                AnthropicErrors.Write(
                    context.Response,
                    new ApiError(status, "refused by the test")
                );
                return Task.CompletedTask;
            }
        );
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
