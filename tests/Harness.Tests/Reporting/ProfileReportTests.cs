namespace GatewayBench.Tests.Reporting;

public sealed class ProfileReportTests
{
    private static readonly RowResult _row = Results.Row("chat");

    [Fact]
    public void A_report_shows_the_stages()
    {
        var stage = new StageResult
        {
            Name = "rise",
            From = 0,
            Seconds = 10,
            FromUsers = 0,
            ToUsers = 50,
            Successes = 5_000,
            SuccessesInTime = 5_000,
            Errors = new Dictionary<Outcome, long> { [Outcome.Timeout] = 3 },
            Latency = _row.Latency,
            ServiceTime = _row.ServiceTime,
        };

        var lines = Lines(
            Results.Of(
                _row with
                {
                    Stages =
                    [
                        stage,
                        stage with
                        {
                            Name = "hold",
                            From = 10,
                            Seconds = 0,
                            FromUsers = 50,
                        },
                    ],
                }
            )
        );

        Assert.Contains(
            "chat, rise: 0 to 50 users, 0:00 to 0:10, OK/s 500, errors 3, p50 475 us, p95 498 us, p99 500 us",
            lines
        );
        Assert.Contains("chat, hold: 50 users, not reached", lines);
    }

    [Theory]
    [InlineData(
        12.0,
        "chat: back at its level 12 s after the spike (p99 at most 2.00 ms, errors at most 1.5 %)"
    )]
    [InlineData(
        null,
        "chat: not back at its level by the end of the run (p99 at most 2.00 ms, errors at most 1.5 %)"
    )]
    public void It_shows_how_soon_a_spike_was_over(double? seconds, string line) =>
        Assert.Contains(
            line,
            Lines(Results.Of(_row with { Recovery = new(90, seconds, 2_000, 0.015) }))
        );

    [Fact]
    public void It_shows_where_it_breaks_and_the_steps()
    {
        var result = Results.Of(_row, Results.Row("chat", users: 64)) with
        {
            Breakpoint = new(
                32,
                64,
                [new(0, 32, StepVerdict.Held, null), new(1, 64, StepVerdict.Failed, "7.0 % errors")]
            ),
        };

        var lines = Lines(result);

        Assert.Contains("breaks with 64 users; 32 users were served", lines);
        Assert.Contains("32 users: held, OK/s 1,000, p99 500 us", lines);
        Assert.Contains("64 users: failed, OK/s 1,000, p99 500 us, 7.0 % errors", lines);
        Assert.Contains(
            "did not break; 32 users were served",
            Lines(Results.Of(_row) with { Breakpoint = new(32, null, []) })
        );
    }

    [Fact]
    public void It_says_why_a_search_ended_without_an_edge()
    {
        var result = Results.Of(_row) with
        {
            Breakpoint = new(
                0,
                null,
                [new(0, 10, StepVerdict.Unknown, "p95<3s can't be told: too few samples")]
            ),
        };

        Assert.Contains(
            "not found: p95<3s can't be told: too few samples, with 10 users; its steps are too short to tell: a longer duration is that of each",
            Lines(result)
        );
    }

    [Fact]
    public void Many_errors_are_not_survived_whatever_the_slos_say()
    {
        var twice = Results.Row("chat", users: 64);
        var failing = twice with
        {
            Errors = new Dictionary<Outcome, long> { [Outcome.Http5xx] = twice.Successes },
        };

        Assert.Contains(
            "64 users, twice the expected peak: not survived (50.0 % errors)",
            Lines(Results.Of(_row, failing) with { Profile = "headroom" })
        );
    }

    [Fact]
    public void It_says_whether_there_is_headroom()
    {
        Assert.Contains(
            "64 users, twice the expected peak: survived",
            Lines(Headroom("errors<1%"))
        );
        Assert.Contains(
            "64 users, twice the expected peak: not survived (max<1us)",
            Lines(Headroom("errors<1%", "max<1us"))
        );
    }

    [Fact]
    public void It_says_that_the_run_was_ended_and_why()
    {
        var result = Results.Of(_row with { AbortedBy = "errors<50% or abort" });

        Assert.Contains(
            "ABORTED after 5 s of chat, 32 users, by errors<50% or abort",
            Lines(result)
        );
        Assert.Contains("VALID, ABORTED", ReportHeading.Of(result));
    }

    [Fact]
    public void It_says_that_time_was_scaled() =>
        Assert.Contains(
            "time scale: 0.1 of durations, pauses and the provider's time, so that latencies and rates are not judged",
            Lines(
                Results.Of(_row) with
                {
                    TimeScale = 0.1,
                    Targets =
                    [
                        new TargetInfo("Gateway", "loopback", null, []) { ProviderOptions = [] },
                    ],
                }
            )
        );

    [Fact]
    public void It_says_that_time_behind_the_target_was_not_scaled() =>
        Assert.Contains(
            "time scale: 0.1 of durations and pauses (the time of what is behind the target is its own), so that latencies and rates are not judged",
            Lines(
                Results.Of(_row) with
                {
                    TimeScale = 0.1,
                    Targets =
                    [
                        new TargetInfo("http://a/", "remote", null, []) { Hosting = "remote" },
                    ],
                }
            )
        );

    [Theory]
    [InlineData(null, "not finished: 32 users were served so far")]
    [InlineData(64, "not finished: breaks between 32 users and 64")]
    public void A_search_that_was_stopped_does_not_look_like_one_that_found_its_edge(
        int? failed,
        string line
    ) =>
        Assert.Contains(
            line,
            Lines(
                Results.Of(_row) with
                {
                    Partial = true,
                    Breakpoint = new(32, failed, [new(0, 32, StepVerdict.Held, null)]),
                }
            )
        );

    private static LoadResult Headroom(params string[] slos)
    {
        var twice = Results.Row("chat", users: 64);
        var judged = new SloSet([.. slos.Select(Slo.Parse)]).Judge(twice);
        return Results.Of(_row, twice with { Slos = judged }) with { Profile = "headroom" };
    }

    private static string[] Lines(LoadResult result) =>
        [.. ReportPage.Of(result).Sections.SelectMany(section => section.Lines)];
}
