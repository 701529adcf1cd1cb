using System.Net;
using GatewayBench.Support;

namespace GatewayBench.FakeProviderTests;

public sealed class AnthropicLimitsTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task A_success_carries_the_headers_of_both_limits()
    {
        await using var client = await StartAsync(requestsPerMinute: 50, tokensPerMinute: 6000);

        var response = await client.AskClaudeAsync("hello", maxTokens: 492);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("50", response.Header("anthropic-ratelimit-requests-limit"));
        Assert.Equal("49", response.Header("anthropic-ratelimit-requests-remaining"));
        Assert.Equal("2026-01-01T00:00:02Z", response.Header("anthropic-ratelimit-requests-reset"));
        Assert.Equal("6000", response.Header("anthropic-ratelimit-tokens-limit"));
        Assert.Equal("5500", response.Header("anthropic-ratelimit-tokens-remaining"));
        Assert.Equal("2026-01-01T00:00:05Z", response.Header("anthropic-ratelimit-tokens-reset"));
        Assert.Null(response.Header("retry-after"));
    }

    [Fact]
    public async Task A_refusal_says_when_to_come_again()
    {
        await using var client = await StartAsync(requestsPerMinute: 1);
        await client.AskClaudeAsync("hello");

        var response = await client.AskClaudeAsync("hello");

        var error = await response.ClaudeErrorAsync(HttpStatusCode.TooManyRequests);
        Assert.Equal("rate_limit_error", error.Type);
        Assert.Contains("1 requests per minute", error.Message, StringComparison.Ordinal);
        Assert.Equal("60", response.Header("retry-after"));
        Assert.Equal("0", response.Header("anthropic-ratelimit-requests-remaining"));
        Assert.Equal("2026-01-01T00:01:00Z", response.Header("anthropic-ratelimit-requests-reset"));
        _clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(HttpStatusCode.OK, (await client.AskClaudeAsync("hello")).StatusCode);
    }

    [Fact]
    public async Task A_request_larger_than_the_limit_is_told_that_waiting_is_no_use()
    {
        await using var client = await StartAsync(tokensPerMinute: 1000);

        var response = await client.AskClaudeAsync("hello", maxTokens: 1000);

        var error = await response.ClaudeErrorAsync(HttpStatusCode.TooManyRequests);
        Assert.Contains("requested 1,008", error.Message, StringComparison.Ordinal);
        Assert.Contains("Waiting does not help", error.Message, StringComparison.Ordinal);
        Assert.Null(response.Header("retry-after"));
    }

    [Fact]
    public async Task Input_and_output_have_limits_of_their_own()
    {
        await using var client = await ProviderClient.StartAsync(o =>
        {
            o.TimeProvider = _clock;
            o.RateLimit.InputTokensPerMinute = 600;
            o.RateLimit.OutputTokensPerMinute = 1200;
        });

        var first = await client.AskClaudeAsync("hello", maxTokens: 1000);
        var second = await client.AskClaudeAsync("hello", maxTokens: 1000);

        Assert.Equal("600", first.Header("anthropic-ratelimit-input-tokens-limit"));
        Assert.Equal("592", first.Header("anthropic-ratelimit-input-tokens-remaining"));
        Assert.Equal(
            "2026-01-01T00:00:01Z",
            first.Header("anthropic-ratelimit-input-tokens-reset")
        );
        Assert.Equal("200", first.Header("anthropic-ratelimit-output-tokens-remaining"));
        Assert.Equal(
            "2026-01-01T00:00:50Z",
            first.Header("anthropic-ratelimit-output-tokens-reset")
        );
        var error = await second.ClaudeErrorAsync(HttpStatusCode.TooManyRequests);
        Assert.Contains("1,200 output tokens per minute", error.Message, StringComparison.Ordinal);
        Assert.Equal("40", second.Header("retry-after"));
        Assert.Equal("592", second.Header("anthropic-ratelimit-input-tokens-remaining"));
    }

    [Fact]
    public async Task Without_a_limit_there_are_no_headers_of_it()
    {
        await using var client = await StartAsync(requestsPerMinute: 50);

        var response = await client.AskClaudeAsync("hello");

        Assert.NotNull(response.Header("anthropic-ratelimit-requests-limit"));
        Assert.Null(response.Header("anthropic-ratelimit-tokens-limit"));
        Assert.Null(response.Header("x-ratelimit-limit-requests"));
    }

    [Fact]
    public async Task Each_key_has_its_own_buckets_however_it_is_sent()
    {
        await using var client = await StartAsync(requestsPerMinute: 1);

        Assert.Equal(HttpStatusCode.OK, await StatusWithAsync("x-api-key", "one"));
        Assert.Equal(
            HttpStatusCode.TooManyRequests,
            await StatusWithAsync("Authorization", "Bearer one")
        );
        Assert.Equal(HttpStatusCode.OK, await StatusWithAsync("x-api-key", "two"));

        async Task<HttpStatusCode> StatusWithAsync(string header, string value)
        {
            client.Http.DefaultRequestHeaders.Clear();
            client.Http.DefaultRequestHeaders.Add(header, value);
            return (await client.AskClaudeAsync("hello")).StatusCode;
        }
    }

    private Task<ProviderClient> StartAsync(
        int? requestsPerMinute = null,
        int? tokensPerMinute = null
    ) => ProviderClient.StartLimitedAsync(_clock, requestsPerMinute, tokensPerMinute);
}
