namespace GatewayBench.Tests.Execution;

/// <summary>Events that come over a socket are a stream.</summary>
public sealed class SocketStreamTests
{
    [Fact]
    public async Task Events_over_a_socket_are_a_stream_and_recorded_as_one()
    {
        await using var server = new SocketServer(
            (socket, _) => SocketServer.ChatAsync(socket, "hello there you")
        );
        var chat = GatewayScenarios
            .WebSocketChat(SocketServer.Path)
            .Check("is all text", reply => reply.Text == "hellothereyou");

        var row = await Runs.RowAsync(server.Gateway, chat, users: 2);

        RowCheck.AddsUp(row);
        Assert.Empty(row.Errors);
        var streams = row.Streams!;
        Assert.Equal((row.Successes, 3 * row.Successes), (streams.Turns, streams.Pieces));
        Assert.Equal(row.Successes, streams.TimeToFirstToken.TotalCount);
        Assert.Equal(2 * row.Successes, streams.TokenGaps.TotalCount);
        Assert.Equal(106 * row.Successes, row.Bytes);
        Assert.Null(Assert.Single(row.Parts).Streams);
    }

    [Fact]
    public async Task A_stream_within_a_sequence_is_recorded_with_its_part()
    {
        await using var server = new SocketServer(
            (socket, _) => SocketServer.ChatAsync(socket, "a b")
        );
        var scenario = Scenario.Sequence(
            "both",
            Scenario.Http("live", user => user.Get("/health/live")),
            GatewayScenarios.WebSocketChat(SocketServer.Path)
        );

        var row = await Runs.RowAsync(server.Gateway, scenario);

        Assert.Null(row.Streams);
        Assert.Null(row.Parts[0].Streams);
        Assert.Equal(
            (row.Successes, 2 * row.Successes),
            (row.Parts[1].Streams!.Turns, row.Parts[1].Streams!.Pieces)
        );
        Assert.Equal(row.Successes, row.Parts[1].Streams!.TokenGaps.TotalCount);
    }

    [Theory]
    [InlineData("""{"type":"error","reason":"provider"}""", Outcome.StreamError)]
    [InlineData("""{"type":"delta"}""", Outcome.BadBody)]
    [InlineData("""{"text":"of no type"}""", Outcome.BadBody)]
    [InlineData("no JSON", Outcome.BadBody)]
    [InlineData("""{"type":"error","m":"[[user:0000000000000001]]"}""", Outcome.CrossSession)]
    [InlineData("""{"type":"delta","text":"[[user:0000000000000001]]"}""", Outcome.CrossSession)]
    public async Task Events_that_tell_of_failures_have_their_classes(string said, Outcome expected)
    {
        await using var server = new SocketServer(
            async (socket, _) =>
            {
                await SocketServer.SendAsync(socket, said);
                // An error ends the turn: what comes after it may meet the next one.
                if (!said.Contains("error", StringComparison.Ordinal))
                {
                    await SocketServer.SendAsync(socket, """{"type":"done"}""");
                }
            }
        );

        var row = await Runs.RowAsync(
            server.Gateway,
            GatewayScenarios.WebSocketChat(SocketServer.Path).Expect(expected)
        );

        Assert.Equal([expected], row.Errors.Keys);
        if (expected == Outcome.BadBody)
        {
            Assert.Contains(said, row.Samples[expected], StringComparison.Ordinal);
        }
    }
}
