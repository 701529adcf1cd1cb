using System.Collections.Concurrent;
using GatewayBench.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;

namespace Gateway.Tests;

public sealed class FailOverTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly ConcurrentQueue<string> _used = [];

    [Theory]
    [InlineData(429, """{"error":{"code":"rate_limit_exceeded"}}""", 20)]
    [InlineData(429, """{"error":{"code":"insufficient_quota"}}""", 60)]
    [InlineData(429, """{"error":{"type":"insufficient_quota","code":null}}""", 60)]
    [InlineData(401, "", 60)]
    [InlineData(403, "", 60)]
    public async Task The_next_key_is_tried_at_once_and_the_first_returns_in_time(
        int status,
        string body,
        int seconds
    )
    {
        await using var upstream = await StartAsync(("k-1", status, body));
        using var logs = new RecordedLogs();
        await using var model = Keyed(upstream, logs);

        Assert.Equal("Hello!", (await model.SayAsync(new(ChatRole.User, "my secret"))).Text);
        Assert.Equal("Hello!", (await model.AskAsync()).Text);
        Assert.Equal(["k-1", "k-2", "k-2"], _used);

        _clock.Advance(TimeSpan.FromSeconds(seconds - 0.1));
        await model.AskAsync();
        Assert.Equal("k-2", _used.Last());
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        await model.AskAsync();
        Assert.Equal(["k-1", "k-2"], _used.TakeLast(2));
        Assert.Contains(
            logs.Lines,
            line =>
                line.Text.StartsWith(
                    "Key 1 of the provider (chat) is set aside for",
                    StringComparison.Ordinal
                )
        );
        Assert.All(
            logs.Lines,
            line =>
            {
                Assert.DoesNotContain("k-", line.Text, StringComparison.Ordinal);
                Assert.DoesNotContain("my secret", line.Text, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task A_stream_changes_keys_too()
    {
        await using var upstream = await StartAsync(("k-1", 401, ""));
        var refuse = upstream.Chat;
        var feed = new ChunkFeed(upstream);
        var stream = upstream.Chat;
        upstream.Chat = context =>
            context.Request.Headers.Authorization == "Bearer k-1"
                ? refuse(context)
                : stream(context);
        feed.Send(Chunk.Text("a"), Chunk.Finish(), Chunk.Done);
        feed.End();
        await using var model = Keyed(upstream);

        Assert.Equal("a", (await model.StreamAsync()).Text);
    }

    [Fact]
    public async Task With_all_keys_set_aside_the_provider_is_not_asked()
    {
        await using var upstream = await StartAsync(
            ("k-1", 429, ""),
            ("k-2", 429, ""),
            ("k-3", 401, "")
        );
        await using var model = Keyed(upstream, null, ("Resilience:MaxAmplification", "3"));

        var first = await Assert.ThrowsAsync<ProviderException>(() => model.AskAsync());
        _clock.Advance(TimeSpan.FromSeconds(5));
        var second = await Assert.ThrowsAsync<ProviderException>(() => model.AskAsync());

        Assert.Equal(["k-1", "k-2", "k-3"], _used);
        Assert.Equal(ProviderFailure.RateLimited, first.Failure);
        Assert.Equal(TimeSpan.FromSeconds(20), first.RetryAfter);
        Assert.Equal(TimeSpan.FromSeconds(15), second.RetryAfter);
        Assert.Equal(3, model.Metrics().Value("gateway_provider_keys_set_aside"));
    }

    [Fact]
    public async Task Changing_keys_costs_the_budget_like_a_retry()
    {
        await using var upstream = await StartAsync(("k-1", 401, ""));
        await using var model = Keyed(upstream, null, ("Resilience:MaxAmplification", "1"));

        await Assert.ThrowsAsync<ProviderException>(() => model.AskAsync());
        Assert.Equal("Hello!", (await model.AskAsync()).Text);

        Assert.Equal(["k-1", "k-2"], _used);
    }

    [Fact]
    public async Task Another_failure_keeps_the_key()
    {
        await using var upstream = await StartAsync(("k-1", 400, ""));
        await using var model = Keyed(upstream);

        await Assert.ThrowsAsync<ProviderException>(() => model.AskAsync());

        Assert.Equal(["k-1"], _used);
    }

    [Fact]
    public async Task The_only_key_is_asked_each_time()
    {
        await using var upstream = await StartAsync(("k-1", 401, ""));
        await using var model = new Model(upstream.Endpoint, ("OpenAI:ApiKey", "k-1"));

        await Assert.ThrowsAsync<ProviderException>(() => model.AskAsync());
        await Assert.ThrowsAsync<ProviderException>(() => model.AskAsync());

        Assert.Equal(["k-1", "k-1"], _used);
    }

    [Theory]
    [InlineData("rate_limit_exceeded", "false")]
    [InlineData("insufficient_quota", null)]
    public async Task With_the_provider_against_it_there_is_no_retry(string code, string? word)
    {
        await using var upstream = await Upstream.StartAsync();
        upstream.Chat = context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers["x-should-retry"] = word;
            return context.Response.WriteAsync($$$"""{"error":{"code":"{{{code}}}"}}""");
        };
        await using var model = new Model(upstream.Endpoint);

        var failure = await Assert.ThrowsAsync<ProviderException>(() => model.AskAsync());

        Assert.Equal(429, failure.Status);
        Assert.Equal(1, upstream.ChatCount);
    }

    private Model Keyed(
        Upstream upstream,
        RecordedLogs? logs = null,
        params (string, string)[] settings
    ) =>
        new(
            upstream.Endpoint,
            _clock,
            logs,
            [
                ("OpenAI:ApiKey", "k-1"),
                ("OpenAI:ApiKeys:0", "k-2"),
                ("OpenAI:ApiKeys:1", ""),
                ("OpenAI:ApiKeys:2", "k-3"),
                .. settings,
            ]
        );

    private async Task<Upstream> StartAsync(params (string Key, int Status, string Body)[] refused)
    {
        var upstream = await Upstream.StartAsync();
        var answer = upstream.Chat;
        upstream.Chat = context =>
        {
            var key = context.Request.Headers.Authorization.ToString()["Bearer ".Length..];
            _used.Enqueue(key);
            if (refused.FirstOrDefault(r => r.Key == key) is not { Key: not null } refusal)
            {
                return answer(context);
            }
            context.Response.StatusCode = refusal.Status;
            if (refusal.Status == 429 && !refusal.Body.Contains("quota", StringComparison.Ordinal))
            {
                context.Response.Headers.RetryAfter = "20";
            }
            return context.Response.WriteAsync(refusal.Body);
        };
        return upstream;
    }
}
