namespace GatewayBench.Tests.Reporting;

/// <summary>How reports show what rows are made of.</summary>
public sealed class PartReportsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gatewaybench").FullName;

    private static RowResult Row =>
        Results.Row("traffic") with
        {
            Parts =
            [
                Results.Part("POST /auth/login", successes: 32),
                Results.Part(
                    "run",
                    2_000,
                    Results.Part("POST /v1/runs") with
                    {
                        Errors = new Dictionary<Outcome, long> { [Outcome.Http5xx] = 7 },
                        Checks = [new CheckResult("is accepted", 90, 97)],
                        Metrics = [new MetricResult("steps", MetricKind.Counter, "", 10, 25, null)],
                    }
                ),
            ],
        };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Parts_are_indented_lines_under_their_row()
    {
        var lines = ConsoleReport.Lines(Results.Of(Row)).ToList();

        Assert.Contains(
            "| traffic            |    32 |    5,000 |      0 | 1,000 |  25.0 us |    1.80 kB |",
            lines
        );
        Assert.Contains(
            "|   POST /auth/login |       |       32 |      0 |   6.4 |          |            |",
            lines
        );
        Assert.Contains(
            "|     POST /v1/runs  |       |    5,007 |      7 | 1,000 |          |            |",
            lines
        );
        Assert.Contains(
            lines,
            line =>
                line.StartsWith(
                    "|   run                |       | 460 us |",
                    StringComparison.Ordinal
                )
        );
        Assert.Contains("  traffic, 32 users, POST /v1/runs: http_5xx 7", lines);
        Assert.Contains("  traffic, 32 users: is accepted 90 / 97", lines);
        Assert.Contains("  traffic, 32 users, POST /v1/runs: steps 25, 2.5 a success", lines);
        Assert.All(lines, line => Assert.True(line.Length <= 100, line));
    }

    [Fact]
    public void In_markdown_they_keep_their_indentation()
    {
        var lines = MarkdownReport.Lines(Results.Of(Row)).ToList();

        Assert.Contains(
            lines,
            line => line.StartsWith("| &nbsp;&nbsp;POST /auth/login |", StringComparison.Ordinal)
        );
        Assert.Contains(
            lines,
            line =>
                line.StartsWith("| &nbsp;&nbsp;&nbsp;&nbsp;POST /v1/runs", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Each_part_has_a_histogram_log_whatever_its_name()
    {
        var options = new RunOptions { Name = "sample", OutputDirectory = _folder };

        Reports.Open(options, DateTimeOffset.UnixEpoch).Finish(Results.Of(Row));

        var files = Directory
            .GetFiles(_folder, "*.hlog", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.Equal(
            [
                "01-traffic-32-01-POST--auth-login.hlog",
                "01-traffic-32-02-run.hlog",
                "01-traffic-32-03-POST--v1-runs.hlog",
                "01-traffic-32.hlog",
            ],
            files.Select(Path.GetFileName)
        );
        using var log = File.OpenText(files[1]);
        var intervals = new HistogramLogReader(log).ReadHistograms().ToList();
        Assert.Equal(2_000, intervals[0].Histogram.TotalCount);
        Assert.Equal(4, intervals.Count);
    }

    [Fact]
    public void A_stored_result_keeps_its_parts()
    {
        var json = ResultFile.Serialize(Results.Of(Row));

        var back = ResultFile.Deserialize(json);

        Assert.Equal(json, ResultFile.Serialize(back));
        var inner = Assert.Single(back.Rows[0].Parts[1].Parts);
        Assert.Equal((5_000L, 7L), (inner.Successes, inner.Errors[Outcome.Http5xx]));
        Assert.True(inner.Latency.HasSameContentsAs(Row.Parts[1].Parts[0].Latency));
    }
}
