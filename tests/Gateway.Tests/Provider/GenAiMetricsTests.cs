using GatewayBench.Support;
using Microsoft.Extensions.Options;

namespace Gateway.Tests;

public sealed class GenAiMetricsTests
{
    // What these wait for comes at once or never: only a broken stream meets this limit.
    private const int HangGuard = 60_000;

    private const string Duration = "gen_ai_client_operation_duration_seconds";
    private const string FirstChunk = "gen_ai_client_operation_time_to_first_chunk_seconds";
    private const string NextChunk = "gen_ai_client_operation_time_per_output_chunk_seconds";

    private readonly ManualTimeProvider _clock = new();

    [Fact(Timeout = HangGuard)]
    public async Task A_stream_is_measured_chunk_by_chunk()
    {
        await using var upstream = await Upstream.StartAsync();
        var feed = new ChunkFeed(upstream);
        await using var model = new Model(upstream.Endpoint, _clock, null);
        await using var updates = model.Open();

        foreach (
            var (seconds, chunk) in new[]
            {
                (3, Chunk.Role),
                (2, Chunk.Text("a")),
                (1, Chunk.Finish()),
                (4, Chunk.Usage),
            }
        )
        {
            var next = updates.MoveNextAsync().AsTask();
            _clock.Advance(TimeSpan.FromSeconds(seconds));
            feed.Send(chunk);
            Assert.True(await next);
        }
        feed.Send(Chunk.Done);
        Assert.False(await updates.MoveNextAsync());

        var metrics = model.Metrics();
        Assert.Equal(3, metrics.Value($"{FirstChunk}_sum"));
        Assert.Equal(1, metrics.Value($"{FirstChunk}_count"));
        Assert.Equal(7, metrics.Value($"{NextChunk}_sum"));
        Assert.Equal(3, metrics.Value($"{NextChunk}_count"));
        Assert.Equal(
            10,
            metrics.Value(
                $"{Duration}_sum",
                ("gen_ai_request_model", "gpt-4o-mini"),
                ("gen_ai_response_model", "scripted-1")
            )
        );
        Assert.Equal(12, Tokens("input"));
        Assert.Equal(5, Tokens("output"));

        double Tokens(string type) =>
            metrics.Value("gen_ai_client_token_usage_sum", ("gen_ai_token_type", type));
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_stream_that_is_cut_or_left_counts_as_that()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var model = new Model(upstream.Endpoint, _clock, null);

        var feed = new ChunkFeed(upstream);
        feed.Send(Chunk.Role);
        await using (var left = model.Open())
        {
            Assert.True(await left.MoveNextAsync());
        }
        await feed.Left;
        feed = new ChunkFeed(upstream);
        feed.Send(Chunk.Role);
        feed.End();
        await Assert.ThrowsAsync<ProviderException>(() => model.StreamAsync());

        var metrics = model.Metrics();
        Assert.Equal(1, metrics.Value($"{Duration}_count", ("error_type", "cancelled")));
        Assert.Equal(1, metrics.Value($"{Duration}_count", ("error_type", "provider_stream_cut")));
        Assert.Equal(2, metrics.Value($"{FirstChunk}_count"));
        Assert.Empty(metrics.Named("gen_ai_client_token_usage_count"));
    }

    [Fact]
    public void The_providers_address_is_taken_apart_once()
    {
        using var meters = new MeterReader();
        var provider = new ProviderOptions { Endpoint = "https://api.example.com:8443/v1" };
        var metrics = new GenAiMetrics(meters.Factory, Options.Create(provider), _clock);
        _ = meters.Read();
        provider.Endpoint = "no address that could be taken apart again";

        metrics.Begin("chat", "m").End();

        Assert.Equal(
            1,
            meters
                .Read()
                .Value(
                    $"{Duration}_count",
                    ("server_address", "api.example.com"),
                    ("server_port", "8443")
                )
        );
    }

    [Fact]
    public async Task A_call_is_one_operation_of_its_own_model_however_often_it_was_tried()
    {
        await using var upstream = await Upstream.StartAsync();
        var answer = upstream.Chat;
        upstream.Chat = context =>
        {
            if (upstream.ChatCount > 1)
            {
                return answer(context);
            }
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        await using var model = new Model(
            upstream.Endpoint,
            ("Resilience:BaseDelayMilliseconds", "1")
        );

        await model.AskAsync(new() { ModelId = "other" });

        var metrics = model.Metrics();
        Assert.Equal(2, upstream.ChatCount);
        Assert.Equal(1, metrics.Value($"{Duration}_count", ("gen_ai_request_model", "other")));
        Assert.Empty(metrics.Named($"{FirstChunk}_count"));
        Assert.Equal(2, metrics.Named("gateway_provider_attempts_total").Sum(s => s.Value));
    }
}
