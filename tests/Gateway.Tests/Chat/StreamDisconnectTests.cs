using GatewayBench.Support;
using Microsoft.Extensions.Logging;

namespace Gateway.Tests;

public sealed class StreamDisconnectTests
{
    // What these wait for comes at once or never: only a broken gateway meets this limit.
    private const int HangGuard = 60_000;

    [Theory(Timeout = HangGuard)]
    [InlineData("/api/chat", """{"message":"Hi","stream":true}""", 0, 0)]
    [InlineData("/api/chat", """{"message":"Hi","stream":true}""", 1, 1)]
    [InlineData("/api/chat", """{"message":"Hi","stream":true}""", 3, 3)]
    [InlineData("/v1/chat/completions", CompletionStreamTests.Request, 0, 0)]
    [InlineData("/v1/chat/completions", CompletionStreamTests.Request, 1, 2)]
    [InlineData("/v1/chat/completions", CompletionStreamTests.Request, 3, 4)]
    public async Task A_client_that_leaves_a_stream_cancels_the_call_to_the_provider_without_noise(
        string path,
        string body,
        int chunks,
        int events
    )
    {
        await using var upstream = await Upstream.StartAsync();
        var feed = new ChunkFeed(upstream);
        using var logs = new RecordedLogs();
        await using var gateway = new TestGateway(upstream.Endpoint) { Logs = logs };
        using var client = gateway.Connect();
        logs.Lines.Clear();
        using var leave = new CancellationTokenSource();

        feed.Send(Enumerable.Repeat(Chunk.Text("a"), chunks));
        var asked = EventReader.PostAsync(client, path, body, leave.Token);
        await Eventually.TrueAsync(() => upstream.ChatCount == 1);
        if (chunks > 0)
        {
            using var stream = await asked;
            for (var i = 0; i < events; i++)
            {
                Assert.NotNull(await stream.NextAsync());
            }
        }
        await leave.CancelAsync();

        await feed.Left;
        await gateway.OutcomeAsync("cancelled");
        Assert.DoesNotContain(logs.Lines, line => line.Level >= LogLevel.Warning);
    }
}
