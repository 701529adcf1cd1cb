namespace GatewayBench.Tests.Reporting;

public sealed class CsvReportTests
{
    private static readonly RowResult Row = Results.Row("POST /api/chat", successes: 100) with
    {
        Errors = new Dictionary<Outcome, long> { [Outcome.RateLimited] = 3 },
        Parts = [Results.Part("login", 80, Results.Part("token", 40))],
        Timeline =
        [
            new(
                0,
                1,
                60,
                new Dictionary<Outcome, long> { [Outcome.RateLimited] = 3 },
                5,
                450,
                500,
                510
            )
            {
                P95 = 480,
            },
            new(1, 0.5, 0, new Dictionary<Outcome, long>(), 0, null, null, null),
        ],
    };

    [Fact]
    public void Rows_and_parts_are_a_line_each_with_as_many_cells_as_there_are_columns()
    {
        var lines = CsvReport.Rows(Results.Of(Row, Results.Row("GET /"))).ToList();

        var table = lines.Select(line => line.Split(',')).ToList();
        Assert.All(table, cells => Assert.Equal(table[0].Length, cells.Length));
        Assert.Equal(
            ["", "login", "token", ""],
            table.Skip(1).Select(cells => Cell(cells, "part"))
        );
        Assert.Equal("32 users", Cell(table[1], "load"));
        Assert.Equal("103", Cell(table[1], "requests"));
        Assert.Equal("3", Cell(table[1], "errors_rate_limited"));
        Assert.Equal("20", Cell(table[1], "ok_per_s"));
        Assert.Equal("25", Cell(table[1], "cpu_us_per_request"));
        Assert.Equal("450.5", Cell(table[1], "latency_p50_us"));
        // Too few samples, and no stream.
        Assert.Equal(("", ""), (Cell(table[1], "latency_p99_us"), Cell(table[1], "ttft_p50_us")));
        Assert.Equal("80", Cell(table[2], "successes"));
        Assert.Equal(("true", "5"), (Cell(table[4], "valid"), Cell(table[4], "measured_s")));

        string Cell(string[] cells, string column) => cells[Array.IndexOf(table[0], column)];
    }

    [Fact]
    public void Slices_are_a_figure_a_line() =>
        Assert.Equal(
            [
                "row,load,from_s,seconds,figure,value",
                "POST /api/chat,32 users,0,1,successes,60",
                "POST /api/chat,32 users,0,1,errors_rate_limited,3",
                "POST /api/chat,32 users,0,1,in_flight,5",
                "POST /api/chat,32 users,0,1,latency_p50_us,450",
                "POST /api/chat,32 users,0,1,latency_p95_us,480",
                "POST /api/chat,32 users,0,1,latency_p99_us,500",
                "POST /api/chat,32 users,0,1,latency_max_us,510",
                "POST /api/chat,32 users,1,0.5,successes,0",
                "POST /api/chat,32 users,1,0.5,in_flight,0",
                "POST /api/chat,32 users,1,0.5,latency_p50_us,",
                "POST /api/chat,32 users,1,0.5,latency_p95_us,",
                "POST /api/chat,32 users,1,0.5,latency_p99_us,",
                "POST /api/chat,32 users,1,0.5,latency_max_us,",
            ],
            CsvReport.Slices(Results.Of(Row))
        );

    [Theory]
    [InlineData("a, b", "\"a, b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@cmd,x", "\"'@cmd,x\"")]
    [InlineData("\tx", "'\tx")]
    public void Names_can_neither_break_a_line_nor_become_a_formula(string name, string cell) =>
        Assert.Equal($"{cell},-5", CsvLine.Of(name, -5));
}
