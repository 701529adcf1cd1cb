namespace GatewayBench.Tests.Streams;

/// <summary>Another user's marker in a stream, however it is split.</summary>
public sealed class StreamMarkerTests
{
    [Fact]
    public async Task A_text_with_another_users_marker_is_cross_session_though_it_is_split()
    {
        await using var stream = new ScriptedStream(StreamFormat.Deltas);
        var own = stream.User.Marker;

        await stream.SendDeltaAsync(own + " [[us");
        await stream.SendDeltaAsync("er:0123456789abcd");
        await stream.SendDeltaAsync("ef]] hi");
        await stream.SendAsync("event: done\ndata: {}\n\n");

        Assert.Equal(Outcome.CrossSession, (await stream.EndAsync()).Outcome);
    }

    [Theory]
    [InlineData("event: error\ndata: {\"message\": \"x [[user:0123456789abcdef]]\"}\n\n")]
    [InlineData("event: delta\ndata: {\"text\": \"[[user:0123456789abcdef]]\"}\n\n")]
    public async Task Somebody_elses_stream_is_cross_session_though_it_fails_or_is_cut(string said)
    {
        await using var stream = new ScriptedStream(StreamFormat.Deltas);
        Assert.NotEmpty(stream.User.Marker);

        await stream.SendAsync(said);

        Assert.Equal(Outcome.CrossSession, (await stream.EndAsync()).Outcome);
    }

    [Theory]
    [InlineData("[[user:0123456789abcdef]]", Outcome.CrossSession)]
    [InlineData("[[user:0123456789abcdef)]", Outcome.Success)]
    public async Task A_marker_in_the_arguments_of_a_tool_is_found_though_it_is_split(
        string marker,
        Outcome expected
    )
    {
        await using var stream = new ScriptedStream(StreamFormat.OpenAiChat);
        Assert.NotEmpty(stream.User.Marker);

        await SendArgumentsAsync(0, "{\\\"q\\\":\\\"" + marker[..9]);
        // Of a call beside it, whose arguments come between.
        await SendArgumentsAsync(1, "{}");
        await SendArgumentsAsync(0, marker[9..] + "\\\"}");
        await stream.SendAsync("data: [DONE]\n\n");

        Assert.Equal(expected, (await stream.EndAsync()).Outcome);

        Task SendArgumentsAsync(int call, string fragment) =>
            stream.SendAsync(
                $$$"""data: {"choices":[{"delta":{"tool_calls":[{"index":{{{call}}},"function":{"arguments":"{{{fragment}}}"}}]}}]}"""
                    + "\n\n"
            );
    }
}
