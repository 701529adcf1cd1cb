namespace GatewayBench.Tests.Reporting;

public sealed class ConsoleReportTests
{
    [Fact]
    public void It_fits_a_hundred_columns_of_ascii_whatever_the_figures()
    {
        var huge = Results.Row(
            "POST /api/chat, a name that is far too long for a table",
            users: 20_000,
            nanoseconds: 3_599_000_000_000
        ) with
        {
            Successes = 123_456_789,
            SuccessesInTime = 123_456_789,
            Errors = new Dictionary<Outcome, long> { [Outcome.TruncatedStream] = 987_654_321 },
            Samples = new Dictionary<Outcome, string>
            {
                [Outcome.TruncatedStream] = new string('x', 200),
            },
            CpuMicrosecondsPerRequest = 123_456_789,
            AllocatedBytesPerRequest = 123_456_789,
        };

        var lines = ConsoleReport.Lines(Results.Of(Results.Row("GET /health/live"), huge)).ToList();

        Assert.All(lines, line => Assert.True(line.Length <= 100, line));
        Assert.All(lines, line => Assert.True(line.All(char.IsAscii), line));
    }

    [Fact]
    public void Figures_stand_with_their_units_and_too_few_samples_as_a_dash()
    {
        var text = Text(Results.Of(Results.Row("GET /health/live", successes: 100)));

        Assert.Contains(
            "| GET /health/live |    32 |      100 |      0 |   20 |  25.0 us |    1.80 kB |",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "| GET /health/live     |    32 | 451 us | 451 us | 451 us |   - |     - | 451 us |",
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Rows_that_differ_in_how_users_start_and_think_are_told_apart_and_not_compared()
    {
        const string Manner = ", 10 started/s, think p50 5.00 s p99 7.94 s";
        var slow = Results.Row("GET /", users: 256) with { Load = "256 users" + Manner };

        var lines = ConsoleReport
            .Lines(Results.Of(Results.Row("GET /"), Results.Row("GET /", users: 64), slow))
            .ToList();

        Assert.Contains(
            $"closed, 32 and 64 users; closed, 256 users{Manner}, 5 s a row,",
            lines[1],
            StringComparison.Ordinal
        );
        Assert.All(lines, line => Assert.True(line.Length <= 100, line));
        Assert.Contains("  GET /: from 32 to 64 users OK/s 0.0 %, p99 1.00x", lines);
        Assert.DoesNotContain(lines, line => line.Contains("to 256", StringComparison.Ordinal));
    }

    [Fact]
    public void The_heading_tells_of_a_gateway_that_is_a_process_of_its_own()
    {
        var result = Results.Of(Results.Row("GET /health/live"));

        var lines = ConsoleReport.Lines(
            result with
            {
                Targets = [result.Targets[0] with { Hosting = "child" }],
            }
        );

        Assert.Contains("closed, 32 users, 5 s a row, loopback, hosting child, seed 42", lines);
    }

    [Fact]
    public void The_heading_tells_a_targets_url_and_whose_the_runtime_is()
    {
        const string Url = "http://127.0.0.1:5080/base/";
        var row = Results.Row("GET /", users: 1) with
        {
            Transport = "remote",
            CpuMicrosecondsPerRequest = null,
            AllocatedBytesPerRequest = null,
        };

        var text = Text(
            Results.Of(row) with
            {
                Targets = [new TargetInfo(Url, "remote", null, []) { Hosting = "remote" }],
            }
        );

        Assert.StartsWith(
            $"""
            sample
            target {Url}
            closed, 1 user, 5 s a row, remote, seed 42
            load client: .NET 10.0.0, server GC, 8 cores, an OS
            VALID
            """.ReplaceLineEndings("\n"),
            text,
            StringComparison.Ordinal
        );
        // Nothing is known of the whole, so that nothing needs to be told about it.
        Assert.DoesNotContain("*", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_set_for_a_gateway_is_noted_for_each_that_was_loaded()
    {
        var closed = new TargetInfo("Gateway", "loopback", null, []);
        var open = closed with { Settings = ["Auth:Enabled=false", "RateLimit:Enabled=false"] };

        var text = Text(Results.Of(Results.Row("GET /")) with { Targets = [open, closed] });

        Assert.EndsWith(
            "Notes\n  Gateway: with Auth:Enabled=false, RateLimit:Enabled=false",
            text.TrimEnd(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_run_without_a_row_has_no_tables()
    {
        var none = Results.Of() with { Targets = [] };

        Assert.Equal(["sample", "Nothing was measured."], ConsoleReport.Lines(none));
        Assert.Equal(
            ["sample", "Nothing was measured: the run was ended before."],
            ConsoleReport.Lines(none with { Partial = true })
        );
    }

    [Fact]
    public void The_heading_tells_load_machine_commit_and_verdict()
    {
        var lines = ConsoleReport.Lines(Results.Of(Results.Row("GET /health/live"))).Take(4);

        Assert.Equal(
            [
                "sample",
                "closed, 32 users, 5 s a row, loopback, seed 42",
                ".NET 10.0.0, server GC, 8 cores, an OS, commit 0123456",
                "VALID",
            ],
            lines
        );
    }

    [Fact]
    public void An_invalid_row_and_a_run_cut_short_say_so_with_the_reason()
    {
        var row = Results.Row("GET /health/live") with { Invalid = ["unfair: because"] };

        var text = Text(Results.Of(row) with { Partial = true });

        Assert.Contains("INVALID: 1 of 1 rows, PARTIAL", text, StringComparison.Ordinal);
        Assert.Contains(
            "GET /health/live, 32 users: unfair: because",
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Errors_stand_by_class_with_their_first_body()
    {
        var row = Results.Row("POST /api/chat") with
        {
            Errors = new Dictionary<Outcome, long>
            {
                [Outcome.RateLimited] = 255,
                [Outcome.Http5xx] = 2,
            },
            Expected = [Outcome.RateLimited],
            Samples = new Dictionary<Outcome, string> { [Outcome.Http5xx] = "HTTP 502 oh" },
        };

        var text = Text(Results.Of(row));

        Assert.Contains(
            "POST /api/chat, 32 users: rate_limited 255 (expected)",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "POST /api/chat, 32 users: http_5xx 2: HTTP 502 oh",
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Findings_compare_with_the_first_row_and_between_numbers_of_users()
    {
        var live = Results.Row("GET /health/live");
        var metrics = Results.Row("GET /metrics", successes: 2_500) with
        {
            CpuMicrosecondsPerRequest = 50,
        };
        var many = Results.Row(
            "GET /health/live",
            users: 256,
            successes: 6_000,
            nanoseconds: 3_600_000
        );

        var text = Text(Results.Of(live, metrics, many));

        Assert.Contains(
            "GET /metrics, 32 users costs 2.00x the CPU of GET /health/live, at 0.50x its rate",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "GET /health/live: from 32 to 256 users OK/s +20.0 %, p99 7.3",
            text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("GET /metrics", "GET /metrics")]
    [InlineData("GET /gone", "GET /health/live")]
    public void A_row_is_compared_to_the_one_that_it_names_where_the_run_has_it(
        string named,
        string compared
    )
    {
        var text = Text(
            Results.Of(
                Results.Row("GET /health/live"),
                Results.Row("GET /metrics"),
                Results.Row("GET /metrics, auth") with
                {
                    ComparedTo = named,
                }
            )
        );

        Assert.Contains(
            $"GET /metrics, auth, 32 users costs 1.00x the CPU of {compared}",
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void In_markdown_foreign_text_cannot_become_markup()
    {
        var row = Results.Row("POST /api/chat") with
        {
            Errors = new Dictionary<Outcome, long> { [Outcome.Http5xx] = 1 },
            Samples = new Dictionary<Outcome, string>
            {
                [Outcome.Http5xx] = "<script>alert(1)</script>",
            },
        };

        var text = string.Join('\n', MarkdownReport.Lines(Results.Of(row)));

        var errors = text[text.IndexOf("## Errors", StringComparison.Ordinal)..].Split('\n');
        Assert.Equal("~~~~~~~~text", errors[2]);
        Assert.Contains("<script>", errors[3], StringComparison.Ordinal);
        Assert.Equal("~~~~~~~~", errors[4]);
    }

    private static string Text(LoadResult result) => string.Join('\n', ConsoleReport.Lines(result));
}
