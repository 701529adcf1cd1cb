using System.Net.ServerSentEvents;
using System.Text;

namespace GatewayBench.Tests.Streams;

public sealed class EventReaderTests
{
    private static readonly string[] Lines =
    [
        "data: one",
        "data:two",
        "data:  three",
        "data",
        "data:",
        "event: delta",
        "event:done",
        "event",
        ": a comment",
        ":",
        "id: 7",
        "retry: 10",
        "other: field",
        "data: {\"text\": \"äöü\"}",
    ];

    /// <summary>
    /// Each ends with data and a blank line: the framework keeps the name of an event without data
    /// for the next, where the standard forgets it.
    /// </summary>
    private static readonly string[][] Blocks = [Lines, ["", ": a comment", "data: one"]];

    [Theory]
    [InlineData("data: a\n\n", "|a")]
    [InlineData("event: delta\ndata: {}\n\n", "delta|{}")]
    [InlineData("data: a\ndata: b\n\n", "|a\nb")]
    [InlineData("data: a\r\n\r\ndata: b\r\n\r\n", "|a", "|b")]
    [InlineData("data: a\r\rdata: b\r\r", "|a", "|b")]
    [InlineData("\uFEFFdata: a\n\n", "|a")]
    [InlineData(": ping\n\ndata: a\n\n", "|a")]
    [InlineData("event: lost\n\ndata: a\n\n", "|a")]
    [InlineData("data: whole\n\ndata: never ended\n", "|whole")]
    [InlineData("data:\n\n", "|")]
    public void Events_are_read_by_the_rules_of_the_standard(
        string text,
        params string[] expected
    ) => Assert.Equal(expected, Events.Parse(text).Select(e => $"{e.Name}|{e.Data}"));

    [Fact]
    public async Task Whatever_comes_in_whatever_pieces_is_what_the_frameworks_parser_reads()
    {
        for (var seed = 1; seed <= 400; seed++)
        {
            var random = new Random(seed);
            string[] ends = ["\n", "\r\n", "\r"];
            var end = random.GetItems(ends, 1)[0];
            var mixed = random.Next(3) == 0;
            var text = string.Concat(
                random
                    .GetItems(Blocks, 20)
                    .SelectMany(block => random.GetItems(block, 5).Append("data: last").Append(""))
                    .Select(line => line + (mixed ? random.GetItems(ends, 1)[0] : end))
            );
            var bytes = Encoding.UTF8.GetBytes(text);
            int[] pieces = [.. Enumerable.Range(0, 7).Select(_ => 1 + random.Next(12))];

            var actual = await Events.ParseAsync(bytes, pieces);

            Assert.Equal(Expected(bytes), actual);
        }
    }

    [Fact]
    public async Task An_event_larger_than_any_buffer_arrives_whole_and_what_follows_it_too()
    {
        var large = new string('x', 300_000);
        var bytes = Encoding.UTF8.GetBytes($"data: {large}\n\ndata: small\n\n");

        var events = await Events.ParseAsync(bytes, [1_000, 3]);

        Assert.Equal([large, "small"], events.Select(e => e.Data));
    }

    [Fact]
    public async Task A_stream_costs_no_memory_once_the_first_one_has_been_read()
    {
        var bytes = Encoding.UTF8.GetBytes(
            string.Concat(Enumerable.Repeat("event: delta\ndata: {\"text\": \"a\"}\n\n", 500))
        );
        using var stream = new MemoryStream(bytes);
        var reader = new EventReader();
        await CountAsync();
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(500, await CountAsync());

        // For the test's own method; the events would cost 32 bytes each if they cost anything.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000);
        Assert.InRange(reader.Capacity, 1, 32_768);
        reader.Rest();
        Assert.Equal(0, reader.Capacity);

        async ValueTask<int> CountAsync()
        {
            var count = 0;
            stream.Position = 0;
            reader.Begin();
            while (await reader.ReadAsync(stream, CancellationToken.None))
            {
                while (reader.TryNext(out _))
                {
                    count++;
                }
            }
            return count;
        }
    }

    private static List<(string, string)> Expected(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return
        [
            .. SseParser
                .Create(stream)
                .Enumerate()
                .Select(item => (item.EventType == "message" ? "" : item.EventType, item.Data)),
        ];
    }
}
