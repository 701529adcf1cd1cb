namespace GatewayBench.Tests.Streams;

/// <summary>What is made of a stream, to the millisecond of a clock that the test moves.</summary>
public sealed class StreamReadingTests
{
    private const string Done = "event: done\ndata: {\"usage\": {\"output_tokens\": 12}}\n\n";

    [Fact]
    public async Task Time_to_first_token_ends_with_the_first_text_that_is_not_empty()
    {
        await using var stream = new ScriptedStream(StreamFormat.Deltas);

        await stream.SendDeltaAsync("", afterMilliseconds: 100);
        await stream.SendAsync("event: session\ndata: {}\n\n", afterMilliseconds: 100);
        await stream.SendDeltaAsync("a", afterMilliseconds: 50);
        await stream.SendAsync(Done);
        var hit = await stream.EndAsync();

        Assert.Equal(Outcome.Success, hit.Outcome);
        AssertTimes(stream.Streams!.FirstTokens, 250);
        Assert.Equal(0, stream.Streams.Gaps.TotalCount);
    }

    [Fact]
    public async Task Each_gap_between_texts_is_recorded_and_what_comes_together_has_none()
    {
        await using var stream = new ScriptedStream(StreamFormat.Deltas);

        await stream.SendDeltaAsync("a", afterMilliseconds: 10);
        await stream.SendDeltaAsync("b", afterMilliseconds: 20);
        await stream.SendAsync(": alive\n\n", afterMilliseconds: 5);
        await stream.SendDeltaAsync("c", afterMilliseconds: 5);
        var delta = "event: delta\ndata: {\"text\": \"d\"}\n\n";
        await stream.SendAsync(delta + delta, afterMilliseconds: 40);
        await stream.SendAsync(Done, afterMilliseconds: 500);
        await stream.EndAsync();

        AssertTimes(stream.Streams!.Gaps, 0, 10, 20, 40);
        Assert.Equal((1, 1, 12, 5), Figures(stream));
    }

    [Fact]
    public async Task Without_usage_the_texts_are_counted()
    {
        await using var stream = new ScriptedStream(StreamFormat.Deltas);

        await stream.SendDeltaAsync("a");
        await stream.SendDeltaAsync("b");
        await stream.SendAsync("event: done\ndata: {}\n\n");
        await stream.EndAsync();

        Assert.Equal((1, 0, 2, 2), Figures(stream));
    }

    [Fact]
    public async Task A_piece_that_arrives_in_halves_is_one()
    {
        await using var stream = new ScriptedStream(StreamFormat.Deltas);

        await stream.SendAsync("event: delta\ndata: {\"te");
        await stream.SendAsync("xt\": \"a\"}\n\n", afterMilliseconds: 30);
        await stream.SendAsync(Done);
        await stream.EndAsync();

        AssertTimes(stream.Streams!.FirstTokens, 30);
        Assert.Equal((1, 1, 12, 1), Figures(stream));
    }

    [Fact]
    public async Task What_was_sent_is_not_held_while_the_stream_lasts()
    {
        HttpRequestMessage? sent = null;
        await using var stream = new ScriptedStream(
            StreamFormat.Deltas,
            _ =>
                Scenario.Stream(
                    "long prompt",
                    user => sent = user.PostJson("/", new { message = "long" }),
                    StreamFormat.Deltas
                )
        );

        await stream.SendDeltaAsync("a");
        var held = sent!.Content;
        await stream.SendAsync(Done);
        var hit = await stream.EndAsync();

        Assert.Null(held);
        Assert.Equal(Outcome.Success, hit.Outcome);
    }

    [Fact]
    public async Task A_stream_that_ends_without_its_marker_is_truncated()
    {
        await using var stream = new ScriptedStream(StreamFormat.Deltas);

        await stream.SendDeltaAsync("a");
        var hit = await stream.EndAsync();

        Assert.Equal(Outcome.TruncatedStream, hit.Outcome);
        Assert.Equal(
            "The stream ended after 1 events without its end marker.",
            stream.Sample(Outcome.TruncatedStream)
        );
        Assert.Equal((0, 0, 0, 0), Figures(stream));
    }

    [Fact]
    public async Task A_stream_that_breaks_is_truncated_even_behind_its_marker()
    {
        await using var stream = new ScriptedStream(StreamFormat.Deltas);

        await stream.SendAsync(Done);

        Assert.Equal(Outcome.TruncatedStream, (await stream.BreakAsync()).Outcome);
    }

    [Fact]
    public async Task An_error_event_is_an_error_of_the_stream_and_is_quoted()
    {
        await using var stream = new ScriptedStream(StreamFormat.Deltas);

        await stream.SendDeltaAsync("a");
        await stream.SendAsync("event: error\ndata: {\"detail\": \"provider gone\"}\n\n");
        var hit = await stream.HitAsync();

        Assert.Equal(Outcome.StreamError, hit.Outcome);
        Assert.Equal(
            "Event 2 is an error: {\"detail\": \"provider gone\"}",
            stream.Sample(Outcome.StreamError)
        );
    }

    [Theory]
    [InlineData("event: delta\ndata: {\"text\n\n", "Event 1 is malformed (")]
    [InlineData(
        "event: done\ndata: {}\n\nevent: delta\ndata: {\"text\": \"late\"}\n\n",
        "Event 2 is malformed (it follows the end marker): "
    )]
    [InlineData("event: delta\ndata: {\"text\": \"\\ud800\"}\n\n", "Event 1 is malformed (")]
    public async Task A_malformed_event_is_a_bad_body_and_is_quoted(string events, string expected)
    {
        await using var stream = new ScriptedStream(StreamFormat.Deltas);

        await stream.SendAsync(events);
        var hit = await stream.HitAsync();

        Assert.Equal(Outcome.BadBody, hit.Outcome);
        Assert.StartsWith(expected, stream.Sample(Outcome.BadBody), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_that_is_no_UTF8_is_a_bad_body()
    {
        await using var stream = new ScriptedStream(StreamFormat.Deltas);

        await stream.SendAsync([.. "event: delta\ndata: {\"text\": \""u8, 0xc3, .. "\"}\n\n"u8]);

        Assert.Equal(Outcome.BadBody, (await stream.HitAsync()).Outcome);
    }

    [Fact]
    public async Task What_is_no_event_stream_is_a_bad_body()
    {
        await using var stream = new ScriptedStream(
            StreamFormat.Deltas,
            contentType: "application/json"
        );

        Assert.Equal(Outcome.BadBody, (await stream.HitAsync()).Outcome);
        Assert.Equal(
            "Content-Type is 'application/json'; a stream has text/event-stream.",
            stream.Sample(Outcome.BadBody)
        );
    }

    [Fact]
    public async Task Arguments_that_are_no_JSON_fail_their_check()
    {
        await using var stream = new ScriptedStream(StreamFormat.OpenAiChat);

        await stream.SendAsync(
            "data: {\"choices\": [{\"delta\": {\"tool_calls\": [{\"index\": 0, \"function\": {\"arguments\": \"{\"}}]}}]}\n\n"
        );
        await stream.SendAsync("data: [DONE]\n\n");
        var hit = await stream.EndAsync();

        Assert.Equal((Outcome.BadBody, 0), (hit.Outcome, hit.FailedCheck));
        Assert.StartsWith(
            "check 'tool arguments are JSON' failed",
            stream.Sample(Outcome.BadBody),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Nothing_for_longer_than_allowed_is_a_stall_and_comments_and_pings_are_nothing()
    {
        await using var stream = new ScriptedStream(StreamFormat.Deltas, s => s.StallAfter("2s"));

        await stream.SendDeltaAsync("a", afterMilliseconds: 1_900);
        await stream.SendDeltaAsync("b", afterMilliseconds: 1_900);
        await stream.SendAsync(": alive\n\n", afterMilliseconds: 1_000);
        await stream.SendAsync("event: ping\ndata: {}\n\n", afterMilliseconds: 900);
        stream.Clock.Advance(TimeSpan.FromMilliseconds(100));
        var hit = await stream.HitAsync();

        Assert.Equal(Outcome.StalledStream, hit.Outcome);
        Assert.Equal("No event for 2.00 s after 3 events.", stream.Sample(Outcome.StalledStream));
        AssertTimes(stream.Streams!.Gaps, 1_900);
    }

    [Fact]
    public async Task The_exchange_time_out_stays_a_time_out()
    {
        await using var stream = new ScriptedStream(StreamFormat.Deltas, s => s.StallAfter("100s"));

        await stream.SendDeltaAsync("a", afterMilliseconds: 90_000);
        stream.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(Outcome.Timeout, (await stream.HitAsync()).Outcome);
    }

    [Fact]
    public void Only_streams_have_what_is_of_streams()
    {
        var plain = Scenario.Http("GET /", user => user.Get("/"));

        Assert.Throws<InvalidOperationException>(() => plain.StallAfter("2s"));
        Assert.Throws<InvalidOperationException>(() => plain.CheckPieces());
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Scenario.Stream("s", user => user.Get("/"), StreamFormat.Deltas).StallAfter("0s")
        );
    }

    private static (long, long, long, long) Figures(ScriptedStream stream)
    {
        var streams = stream.Streams!;
        return (streams.Turns, streams.TurnsWithUsage, streams.Tokens, streams.Pieces);
    }

    /// <summary>Ascending, to the histogram's three digits.</summary>
    private static void AssertTimes(LongHistogram times, params int[] milliseconds)
    {
        Assert.Equal(milliseconds.Length, times.TotalCount);
        Assert.All(
            milliseconds,
            (time, i) =>
            {
                var nanoseconds = times.GetValueAtPercentile(100.0 * (i + 1) / milliseconds.Length);
                Assert.InRange(nanoseconds / 1e6, time * 0.999, time * 1.001 + 0.001);
            }
        );
    }
}
