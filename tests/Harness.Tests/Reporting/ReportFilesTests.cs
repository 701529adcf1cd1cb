using System.Text;
using System.Text.Json.Nodes;

namespace GatewayBench.Tests.Reporting;

public sealed class ReportFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gatewaybench").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_report_is_written_and_the_console_names_the_page()
    {
        var lines = new List<string>();

        Write(Results.Of(Results.Row("GET /health/live")), lines);

        var run = Assert.Single(Directory.GetDirectories(_folder));
        Assert.Equal("sample-20260102-030405", Path.GetFileName(run));
        Assert.Equal(
            ["01-GET--health-live-32.hlog", "report.html", "report.md", "result.json"],
            Directory.GetFiles(run).Select(Path.GetFileName).Order()
        );
        Assert.Equal($"Report  {Path.Combine(run, "report.html")}", lines[^1]);
    }

    [Fact]
    public void Two_runs_in_the_same_second_have_a_folder_each()
    {
        Write(Results.Of(Results.Row("GET /health/live")), []);
        Write(Results.Of(Results.Row("GET /health/live")), []);

        Assert.Equal(2, Directory.GetDirectories(_folder).Length);
    }

    [Fact]
    public void A_folder_that_can_not_be_made_is_named_before_the_run()
    {
        var file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");
        var options = new RunOptions { OutputDirectory = Path.Combine(file, "sub") };

        var error = Assert.Throws<ReportException>(() =>
            Reports.Open(options, DateTimeOffset.UnixEpoch)
        );

        Assert.Contains(file, error.Message, StringComparison.Ordinal);
        Assert.Contains(Variables.OutputDirectory, error.Message, StringComparison.Ordinal);
        Assert.Contains("--out", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_vanished_does_not_cost_the_console_report()
    {
        var lines = new List<string>();
        var reports = Reports.Open(Options(lines), DateTimeOffset.UnixEpoch);
        Directory.Delete(_folder, recursive: true);
        File.WriteAllText(_folder, "");

        Assert.Throws<ReportException>(() =>
            reports.Finish(Results.Of(Results.Row("GET /health/live")))
        );

        Assert.Contains(lines, line => line.Contains("GET /health/live", StringComparison.Ordinal));
        File.Delete(_folder);
        Directory.CreateDirectory(_folder);
    }

    [Fact]
    public void A_result_comes_back_as_it_was_stored()
    {
        var row = Results.Row("GET /health/live") with
        {
            Errors = new Dictionary<Outcome, long> { [Outcome.RateLimited] = 3 },
            Expected = [Outcome.RateLimited],
        };
        var json = ResultFile.Serialize(Results.Of(row));

        var back = ResultFile.Deserialize(json);

        Assert.True(back.Rows[0].Latency.HasSameContentsAs(row.Latency));
        Assert.Equal(3, back.Rows[0].Errors[Outcome.RateLimited]);
        Assert.Equal(json, ResultFile.Serialize(back));
        Assert.Contains(
            "\"rate_limited\": 3",
            Encoding.UTF8.GetString(json),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_is_told_beside_the_figures_comes_back_too_and_an_older_result_has_none_of_it()
    {
        var row = Results.Row("POST /api/chat") with
        {
            FirstErrors = [new(Outcome.RateLimited, 270, 90)],
            Slowest =
            [
                new(12.5, "ask", 900_000, 100, 700_000.5, 199_899.5, null, Outcome.Timeout, "ab"),
            ],
            Resources = [new(1, 1, 1.5, 1_000, 2_000, 3.5, 4, 3, 2, 8, 9, 10, 11)],
            GatewayResources = [new(1, 1, 0.5, 2_000, 1_000, 2.5, 3, 2, 1, 7, 8, 9, 11)],
            Provider = [new(1, 1, 100, 20, 3_000, 4, 200_000, null)],
        };
        row = row with { Timeline = [row.Timeline[0] with { Users = 32 }] };
        var json = ResultFile.Serialize(Results.Of(row));

        var back = Assert.Single(ResultFile.Deserialize(json).Rows);

        Assert.Equal(row.FirstErrors, back.FirstErrors);
        Assert.Equal(row.Slowest, back.Slowest);
        Assert.Equal(row.Resources, back.Resources);
        Assert.Equal(row.GatewayResources, back.GatewayResources);
        Assert.Equal(row.Provider, back.Provider);
        Assert.Equal(32, back.Timeline[0].Users);

        var older = JsonNode.Parse(json)!;
        var stored = older["rows"]![0]!.AsObject();
        foreach (
            var name in (string[])
                ["firstErrors", "slowest", "resources", "gatewayResources", "provider"]
        )
        {
            Assert.True(stored.Remove(name), name);
        }
        Assert.True(stored["timeline"]![0]!.AsObject().Remove("users"));
        var old = Assert.Single(
            ResultFile.Deserialize(Encoding.UTF8.GetBytes(older.ToJsonString())).Rows
        );
        Assert.Empty(old.FirstErrors);
        Assert.Empty(old.Slowest);
        Assert.Empty(old.Resources);
        Assert.Empty(old.GatewayResources);
        Assert.Empty(old.Provider);
        Assert.Null(old.Timeline[0].Users);
    }

    [Fact]
    public void Fields_of_a_later_version_are_ignored()
    {
        var json = Encoding.UTF8.GetString(ResultFile.Serialize(Results.Of()));

        var back = ResultFile.Deserialize(
            Encoding.UTF8.GetBytes(json.Insert(1, "\"novelty\": {},"))
        );

        Assert.Equal("sample", back.Name);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"schemaVersion": 1, "rows": [{"latency": null}]}""")]
    [InlineData("""{"schemaVersion": 1""")]
    [InlineData("[]")]
    public void What_is_no_result_is_refused(string json)
    {
        var error = Assert.Throws<InvalidDataException>(() =>
            ResultFile.Deserialize(Encoding.UTF8.GetBytes(json))
        );

        Assert.StartsWith("Not a result", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"name\": \"sample\"", "\"name\": null")]
    [InlineData("\"rows\": []", "\"rows\": null")]
    [InlineData("\"rows\": []", "\"rows\": [null]")]
    public void A_null_where_none_may_be_is_refused(string whole, string broken)
    {
        var json = Encoding.UTF8.GetString(ResultFile.Serialize(Results.Of()));
        Assert.Contains(whole, json, StringComparison.Ordinal);

        var error = Assert.Throws<InvalidDataException>(() =>
            ResultFile.Deserialize(
                Encoding.UTF8.GetBytes(json.Replace(whole, broken, StringComparison.Ordinal))
            )
        );

        Assert.StartsWith("Not a result", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_schema_version_is_refused_by_number()
    {
        var json = ResultFile.Serialize(Results.Of() with { SchemaVersion = 99 });

        var error = Assert.Throws<InvalidDataException>(() => ResultFile.Deserialize(json));

        Assert.Equal("schemaVersion 99 can't be read; allowed: 1.", error.Message);
    }

    [Fact]
    public void The_committed_schema_is_that_of_the_code() =>
        CommittedSchema.Require(typeof(LoadResult), ResultFile.Options, "result");

    [Fact]
    public void The_histogram_log_holds_latency_and_service_time_of_successes_and_failures()
    {
        var row = Results.Row("GET /health/live");

        Write(Results.Of(row), []);

        var path = Directory.GetFiles(_folder, "*.hlog", SearchOption.AllDirectories).Single();
        using var log = File.OpenText(path);
        var intervals = new HistogramLogReader(log).ReadHistograms().ToList();
        Assert.Equal(
            ["successes", "failures", "service-time-of-successes", "service-time-of-failures"],
            intervals.Select(interval => interval.Tag)
        );
        Assert.True(intervals[0].Histogram.HasSameContentsAs(row.Latency));
        Assert.True(intervals[2].Histogram.HasSameContentsAs(row.ServiceTime));
    }

    private void Write(LoadResult result, List<string> lines) =>
        Reports.Open(Options(lines), result.StartedAt).Finish(result);

    private RunOptions Options(List<string> lines) =>
        new()
        {
            Name = "sample",
            OutputDirectory = _folder,
            Output = lines.Add,
        };
}
