namespace Gateway.Tests;

/// <summary>Failures of the provider in OpenAI's form.</summary>
public sealed class CompletionFailureTests
{
    [Theory]
    [InlineData("retry-after-ms", "1200", "2", "1200")]
    [InlineData("retry-after", "7", "7", "7000")]
    public async Task A_429_of_the_provider_is_passed_on_with_both_headers(
        string header,
        string value,
        string seconds,
        string milliseconds
    )
    {
        await using var upstream = await Upstream.StartAsync();
        upstream.Chat = context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers[header] = value;
            return Task.CompletedTask;
        };
        await using var gateway = new TestGateway(
            upstream.Endpoint,
            ("Resilience:MaxRetries", "0")
        );
        using var client = gateway.Connect();

        using var response = await Completions.PostAsync(client, Completions.Request());

        var error = await Completions.ErrorAsync(response, 429);
        Assert.Equal("rate_limit_exceeded", error.Text("code"));
        Assert.Equal(seconds, response.Headers.RetryAfter?.ToString());
        Assert.Equal(milliseconds, Assert.Single(response.Headers.GetValues("retry-after-ms")));
        var metrics = await client.MetricsAsync();
        Assert.Equal(
            1,
            metrics.Value("gateway_completion_requests_total", ("outcome", "rate_limited"))
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_provider_that_fails_before_its_answer_is_a_server_error(bool stream)
    {
        await using var upstream = await Upstream.StartAsync();
        upstream.Chat = context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        await using var gateway = new TestGateway(
            upstream.Endpoint,
            ("Resilience:MaxRetries", "0")
        );
        using var client = gateway.Connect();

        using var response = await Completions.PostAsync(client, Completions.Request(stream));

        var error = await Completions.ErrorAsync(response, 502);
        Assert.Equal("server_error", error.Text("type"));
        Assert.Equal("provider_error", error.Text("code"));
    }

    [Fact]
    public async Task A_provider_that_fails_in_its_answer_is_an_error_without_DONE()
    {
        await using var upstream = await Upstream.StartAsync();
        var feed = new ChunkFeed(upstream);
        feed.Send(Chunk.Text("Hel"));
        await using var gateway = new TestGateway(
            upstream.Endpoint,
            ("Resilience:MaxRetries", "0")
        );
        using var client = gateway.Connect();

        using var events = await EventReader.PostAsync(
            client,
            "/v1/chat/completions",
            Completions.Request(stream: true),
            TestContext.Current.CancellationToken
        );
        Assert.NotNull(await events.NextAsync());
        Assert.NotNull(await events.NextAsync());
        feed.Cut();
        var last = Assert.Single(await events.RestAsync());

        Assert.Equal("", last.Name);
        var error = last.Json.GetProperty("error");
        Assert.Equal("provider_stream_cut", error.Text("code"));
        Assert.Equal("server_error", error.Text("type"));
    }
}
