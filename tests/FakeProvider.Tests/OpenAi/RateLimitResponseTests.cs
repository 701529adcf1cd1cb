using System.Net;
using GatewayBench.Support;

namespace GatewayBench.FakeProviderTests;

public sealed class RateLimitResponseTests
{
    private const int PromptTokens = 8;
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task The_published_example_comes_out_to_the_millisecond()
    {
        await using var client = await StartAsync(tokensPerMinute: 30_000);
        await (await client.AskAsync("hello", 14_567 - PromptTokens)).JsonAsync();

        var response = await client.AskAsync("hello", 24_754 - PromptTokens);

        var error = await response.ErrorAsync(HttpStatusCode.TooManyRequests);
        Assert.Equal("tokens", error.Type);
        Assert.Equal("rate_limit_exceeded", error.Code);
        Assert.Null(error.Param);
        Assert.Contains(
            "Limit 30000, Used 14567, Requested 24754. Please try again in 18.642s",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Equal("18642", response.Header("retry-after-ms"));
        Assert.Equal("19", response.Header("retry-after"));
        Assert.Equal("15433", response.Header("x-ratelimit-remaining-tokens"));
        Assert.Equal("29.134s", response.Header("x-ratelimit-reset-tokens"));
    }

    [Fact]
    public async Task Waiting_as_told_is_enough_and_a_millisecond_less_is_not()
    {
        await using var client = await StartAsync(requestsPerMinute: 1);
        await (await client.AskAsync("hello")).JsonAsync();

        _clock.Advance(TimeSpan.FromMilliseconds(59_999));
        var early = await client.AskAsync("hello");
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        var onTime = await client.AskAsync("hello");

        Assert.Equal(HttpStatusCode.TooManyRequests, early.StatusCode);
        Assert.Equal(HttpStatusCode.OK, onTime.StatusCode);
    }

    [Fact]
    public async Task The_request_limit_says_so()
    {
        await using var client = await StartAsync(
            requestsPerMinute: 500,
            tokensPerMinute: 1_000_000
        );
        for (var i = 0; i < 500; i++)
        {
            await client.AskAsync("hello");
        }

        var response = await client.AskAsync("hello");

        var error = await response.ErrorAsync(HttpStatusCode.TooManyRequests);
        Assert.Equal("requests", error.Type);
        Assert.Contains(
            "requests per min (RPM): Limit 500, Used 500, Requested 1. Please try again in 120ms",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Equal("120", response.Header("retry-after-ms"));
        Assert.Equal("1", response.Header("retry-after"));
        Assert.Equal("500", response.Header("x-ratelimit-limit-requests"));
        Assert.Equal("0", response.Header("x-ratelimit-remaining-requests"));
        Assert.Equal("1m0s", response.Header("x-ratelimit-reset-requests"));
        Assert.Equal("971000", response.Header("x-ratelimit-remaining-tokens"));
    }

    [Fact]
    public async Task A_success_carries_the_headers_of_both_limits()
    {
        await using var client = await StartAsync(requestsPerMinute: 500, tokensPerMinute: 30_000);

        var response = await client.AskAsync("hello", maxTokens: 42);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("500", response.Header("x-ratelimit-limit-requests"));
        Assert.Equal("499", response.Header("x-ratelimit-remaining-requests"));
        Assert.Equal("120ms", response.Header("x-ratelimit-reset-requests"));
        Assert.Equal("30000", response.Header("x-ratelimit-limit-tokens"));
        Assert.Equal("29950", response.Header("x-ratelimit-remaining-tokens"));
        Assert.Equal("100ms", response.Header("x-ratelimit-reset-tokens"));
        Assert.Null(response.Header("retry-after"));
    }

    [Fact]
    public async Task Without_any_limit_there_are_no_headers()
    {
        await using var client = await StartAsync();

        Assert.DoesNotContain(
            (await client.AskAsync("hello")).Headers,
            header => header.Key.StartsWith("x-ratelimit", StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public async Task What_is_not_limited_shows_the_largest_limit_beside_one_that_is()
    {
        await using var client = await StartAsync(requestsPerMinute: 1);

        var admitted = await client.AskAsync("hello");
        var refused = await client.AskAsync("hello");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        foreach (var response in new[] { admitted, refused })
        {
            Assert.Equal("1", response.Header("x-ratelimit-limit-requests"));
            Assert.Equal("0", response.Header("x-ratelimit-remaining-requests"));
            Assert.Equal("1m0s", response.Header("x-ratelimit-reset-requests"));
            Assert.Equal("2147483647", response.Header("x-ratelimit-limit-tokens"));
            Assert.Equal("2147483647", response.Header("x-ratelimit-remaining-tokens"));
            Assert.Equal("0s", response.Header("x-ratelimit-reset-tokens"));
        }
    }

    [Fact]
    public async Task A_request_larger_than_the_limit_is_told_that_waiting_is_no_use()
    {
        await using var client = await StartAsync(tokensPerMinute: 100);

        var response = await client.AskAsync("hello", maxTokens: 93);

        var error = await response.ErrorAsync(HttpStatusCode.TooManyRequests);
        Assert.StartsWith("Request too large", error.Message, StringComparison.Ordinal);
        Assert.Contains("Limit 100, Requested 101", error.Message, StringComparison.Ordinal);
        Assert.Equal("tokens", error.Type);
        Assert.Equal("rate_limit_exceeded", error.Code);
        Assert.Null(response.Header("retry-after"));
        Assert.Null(response.Header("retry-after-ms"));
        Assert.Equal("false", response.Header("x-should-retry"));
    }

    [Theory]
    [InlineData(true, "input tokens per min (ITPM): Limit 20, Used 8, Requested 16")]
    [InlineData(false, "output tokens per min (OTPM): Limit 20, Used 10, Requested 11")]
    public async Task A_limit_of_input_or_output_alone_names_itself(bool input, string expected)
    {
        await using var client = await ProviderClient.StartAsync(options =>
        {
            options.TimeProvider = _clock;
            options.RateLimit.InputTokensPerMinute = input ? 20 : null;
            options.RateLimit.OutputTokensPerMinute = input ? null : 20;
        });
        await (await client.AskAsync("hello", maxTokens: 10)).JsonAsync();

        // 3 for the prompt, 4 for its message and one for each word.
        var response = await client.AskAsync("1 2 3 4 5 6 7 8 9", maxTokens: 11);

        var error = await response.ErrorAsync(HttpStatusCode.TooManyRequests);
        Assert.Equal("tokens", error.Type);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Null(response.Header("x-should-retry"));
    }

    [Theory]
    [InlineData(true, "quota of requests: Limit 1, Used 1, Requested 1")]
    [InlineData(false, "quota of tokens: Limit 60, Used 58, Requested 58")]
    public async Task A_quota_that_is_used_up_never_refills(bool ofRequests, string expected)
    {
        await using var client = await ProviderClient.StartAsync(options =>
        {
            options.TimeProvider = _clock;
            options.RateLimit.RequestsPerMinute = 1;
            options.RateLimit.RequestQuota = ofRequests ? 1 : null;
            options.RateLimit.TokenQuota = ofRequests ? null : 60;
        });
        await (await client.AskAsync("hello")).JsonAsync();

        // At once the rate would refuse it too, but waiting for that is no use.
        await AssertUsedUpAsync();
        _clock.Advance(TimeSpan.FromHours(24));
        await AssertUsedUpAsync();

        async Task AssertUsedUpAsync()
        {
            var response = await client.AskAsync("hello");
            var error = await response.ErrorAsync(HttpStatusCode.TooManyRequests);
            Assert.Equal("insufficient_quota", error.Type);
            Assert.Equal("insufficient_quota", error.Code);
            Assert.Contains(expected, error.Message, StringComparison.Ordinal);
            Assert.Equal("false", response.Header("x-should-retry"));
            Assert.Null(response.Header("retry-after"));
            Assert.Null(response.Header("retry-after-ms"));
            Assert.Equal("1", response.Header("x-ratelimit-limit-requests"));
        }
    }

    [Fact]
    public async Task Quotas_and_concurrency_alone_show_no_limits_per_minute()
    {
        await using var client = await ProviderClient.StartAsync(options =>
        {
            options.RateLimit.TokenQuota = 1_000;
            options.RateLimit.ConcurrentRequests = 1;
        });

        Assert.Null((await client.AskAsync("hello")).Header("x-ratelimit-limit-tokens"));
    }

    [Fact]
    public async Task Without_a_maximum_a_request_asks_for_its_prompt_and_the_usual_reply()
    {
        await using var client = await StartAsync(tokensPerMinute: 100);

        var response = await client.AskAsync("hello");

        Assert.Equal($"{100 - PromptTokens - 50}", response.Header("x-ratelimit-remaining-tokens"));
    }

    [Fact]
    public async Task A_bad_request_takes_nothing()
    {
        await using var client = await StartAsync(requestsPerMinute: 1);

        await client.PostAsync(ProviderClient.ChatPath, "nonsense");

        Assert.Equal(HttpStatusCode.OK, (await client.AskAsync("hello")).StatusCode);
    }

    [Fact]
    public async Task Each_key_has_its_own_buckets_however_it_is_sent()
    {
        await using var client = await StartAsync(requestsPerMinute: 1);

        Assert.Equal(HttpStatusCode.OK, await StatusWithAsync("Authorization", "Bearer one"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusWithAsync("api-key", "one"));
        Assert.Equal(HttpStatusCode.OK, await StatusWithAsync("api-key", "two"));
        Assert.Equal(HttpStatusCode.OK, (await client.AskAsync("hello")).StatusCode);

        async Task<HttpStatusCode> StatusWithAsync(string header, string value)
        {
            client.Http.DefaultRequestHeaders.Clear();
            client.Http.DefaultRequestHeaders.Add(header, value);
            var response = await client.AskAsync("hello");
            client.Http.DefaultRequestHeaders.Clear();
            return response.StatusCode;
        }
    }

    private Task<ProviderClient> StartAsync(
        int? requestsPerMinute = null,
        int? tokensPerMinute = null
    ) => ProviderClient.StartLimitedAsync(_clock, requestsPerMinute, tokensPerMinute);
}
