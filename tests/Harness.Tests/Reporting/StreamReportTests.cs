namespace GatewayBench.Tests.Reporting;

public sealed class StreamReportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gatewaybench").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Streams_have_a_table_of_their_own_and_other_rows_are_not_in_it()
    {
        var lines = Lines(Results.Row("GET /health"), Streamed(withUsage: 400));

        var title = lines.FindIndex(line =>
            line.StartsWith("| Streams ", StringComparison.Ordinal)
        );
        Assert.Equal(
            "| Streams                  | Users | TTFT p50 |    p95 |    p99 | Gap p50 |     p99 | Tok/s |",
            lines[title]
        );
        Assert.Equal(
            "| POST /api/chat, streamed |    32 |   100 ms | 100 ms | 100 ms | 10.0 ms | 10.0 ms | 4,000 |",
            lines[title + 2]
        );
        Assert.Equal("", lines[title + 3]);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 100));
        Assert.Contains(
            "  POST /api/chat, streamed, 32 users: 50 tokens a turn, from usage; 49 texts a turn",
            lines
        );
    }

    [Theory]
    [InlineData(0, "counted, as no stream told its usage")]
    [InlineData(100, "from usage in 100 of 400 turns, else counted")]
    public void It_is_said_who_counted_the_tokens(long withUsage, string expected) =>
        Assert.Contains(
            TokenLines.Of([Streamed(withUsage)]),
            line => line.Contains(expected, StringComparison.Ordinal)
        );

    [Fact]
    public void Without_streams_there_is_no_table() =>
        Assert.DoesNotContain(
            Lines(Results.Row("GET /health")),
            line => line.Contains("TTFT", StringComparison.Ordinal) || line == "Tokens"
        );

    [Fact]
    public void The_histogram_log_holds_both_with_tags()
    {
        var row = Streamed(withUsage: 400);

        Reports
            .Open(new RunOptions { OutputDirectory = _folder }, DateTimeOffset.UnixEpoch)
            .Finish(Results.Of(row));

        var path = Directory.GetFiles(_folder, "*.hlog", SearchOption.AllDirectories).Single();
        using var log = File.OpenText(path);
        var intervals = new HistogramLogReader(log).ReadHistograms().ToList();
        Assert.Equal(
            ["time-to-first-token", "token-gaps"],
            intervals.TakeLast(2).Select(interval => interval.Tag)
        );
        Assert.True(intervals[^1].Histogram.HasSameContentsAs(row.Streams!.TokenGaps));
    }

    [Fact]
    public void A_stored_result_comes_back_with_its_streams()
    {
        var row = Streamed(withUsage: 400);

        var back = ResultFile.Deserialize(ResultFile.Serialize(Results.Of(row))).Rows[0];

        Assert.True(
            back.Streams!.TimeToFirstToken.HasSameContentsAs(row.Streams!.TimeToFirstToken)
        );
        Assert.Equal((20_000, 4_000), (back.Streams.Tokens, back.TokensPerSecond));
    }

    private static List<string> Lines(params RowResult[] rows) =>
        [.. ConsoleReport.Lines(Results.Of(rows))];

    /// <summary>400 turns in 5 s.</summary>
    private static RowResult Streamed(long withUsage)
    {
        var cells = new StreamCells();
        for (var i = 0; i < 400; i++)
        {
            cells.FirstTokens.RecordValue(100_000_000);
            cells.Gaps.RecordValue(10_000_000);
        }
        return Results.Row("POST /api/chat, streamed", successes: 400) with
        {
            Streams = new StreamResult(
                cells.FirstTokens,
                cells.Gaps,
                Turns: 400,
                withUsage,
                Tokens: 20_000,
                TokensInTime: 20_000,
                Pieces: 19_600
            ),
        };
    }
}
