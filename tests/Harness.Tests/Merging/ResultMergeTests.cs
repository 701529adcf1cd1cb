using GatewayBench.Tests.Reporting;

namespace GatewayBench.Tests.Merging;

public sealed class ResultMergeTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 6, TimeSpan.Zero);

    [Fact]
    public void Timelines_add_by_second_from_the_first_start()
    {
        var early = Row(Start, Slice(0, 10, inFlight: 3), Slice(1.002, 20, 4), Slice(2.001, 30, 5));
        var late = Row(Start.AddSeconds(1.2), Slice(0, 1, inFlight: 7), Slice(1.1, 2, 8));

        var merged = Merged(early, late);

        Assert.Equal([0.0, 1, 2], merged.Timeline.Select(slice => slice.From));
        Assert.Equal([10L, 21, 32], merged.Timeline.Select(slice => slice.Successes));
        Assert.Equal([3, 11, 13], merged.Timeline.Select(slice => slice.InFlight));
        Assert.Equal([1L, 2, 2], merged.Timeline.Select(slice => slice.Errors[Outcome.Timeout]));
        Assert.Equal(early.StartedAt, merged.StartedAt);
    }

    [Fact]
    public void Percentiles_of_a_second_are_known_only_where_one_generator_had_all_its_successes()
    {
        var merged = Merged(
            Row(Start, Slice(0, 10), Slice(1, 10), Slice(2, 0)),
            Row(Start, Slice(0, 0), Slice(1, 10), Slice(2, 0))
        );

        Assert.Equal([450.0, null, null], merged.Timeline.Select(slice => slice.P50));
        Assert.Equal([480.0, null, null], merged.Timeline.Select(slice => slice.P95));
        Assert.Equal([500.0, null, null], merged.Timeline.Select(slice => slice.P99));
        Assert.Equal([510.0, 510.0, null], merged.Timeline.Select(slice => slice.Max));
    }

    [Fact]
    public void A_stalled_second_keeps_what_was_in_flight_and_its_true_length()
    {
        var stalled = Row(Start, Slice(0, 10, 3), Slice(1, 5, 9) with { Seconds = 3.2 });
        var other = Row(Start, Slice(0, 1, 1), Slice(1, 1, 1), Slice(2, 1, 1));

        var merged = Merged(stalled, other);

        Assert.Equal([4, 10, 10], merged.Timeline.Select(slice => slice.InFlight));
        Assert.Equal([1.0, 3.2, 1.0], merged.Timeline.Select(slice => slice.Seconds));
    }

    [Fact]
    public void Generators_that_did_not_measure_together_make_no_valid_figures()
    {
        var merged = Merged(Row(Start), Row(Start.AddSeconds(4)));

        Assert.Equal(9, merged.MeasuredSeconds);
        Assert.Equal(
            "not at once: all generators measured for 1.0 of 9.0 s, at least 95.0 %; start them together, with one duration",
            Assert.Single(merged.Invalid)
        );
        Assert.Empty(Merged(Row(Start), Row(Start.AddSeconds(0.1))).Invalid);
    }

    [Fact]
    public void What_was_wrong_with_one_generator_is_wrong_with_the_whole_but_for_too_few_samples()
    {
        var few = Row(Start, successes: 200) with { Invalid = ["too few samples: 200"] };
        var late = few with { Invalid = ["too few samples: 200", "late: by 5 ms"] };

        Assert.Equal(["late: by 5 ms (generator 2)"], Merged(few, late).Invalid);
        Assert.StartsWith(
            "too few samples: 300 successes",
            Assert.Single(Merged(few, Row(Start, successes: 100)).Invalid),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Gateways_that_each_generator_hosted_itself_are_not_one_target()
    {
        var hosted = Result(Row(Start), seed: 1) with
        {
            Targets = [new TargetInfo("Gateway", "loopback", null, [])],
        };

        var merged = ResultMerge.Of([new("R1", hosted), new("R2", hosted with { Seed = 2 })]);

        Assert.StartsWith(
            "not one target: each generator hosted",
            Assert.Single(merged.Rows[0].Invalid),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("32 users", "16 users", "48 users")]
    [InlineData("32 users, think 2.00 s", "16 users, think 2.00 s", "48 users, think 2.00 s")]
    [InlineData("32 users, 2.5 started/s", "16 users, 1 started/s", "48 users, 3.5 started/s")]
    public void Users_of_closed_loads_add_up(string one, string other, string expected)
    {
        var merged = Merged(
            Row(Start) with
            {
                Load = one,
            },
            Row(Start) with
            {
                Load = other,
                Users = 16,
            }
        );

        Assert.Equal((expected, 48), (merged.Load, merged.Users!.Value));
    }

    [Theory]
    [InlineData("poisson 200/s", "poisson 200/s", "2 x poisson 200/s")]
    [InlineData("poisson 200/s", "poisson 300/s", "poisson 200/s + poisson 300/s")]
    public void Open_loads_are_named_by_what_each_did(string one, string other, string expected)
    {
        var merged = Merged(Open(one, peak: 7), Open(other, peak: 5));

        Assert.Equal(expected, merged.Load);
        Assert.Null(merged.Users);
        Assert.Equal((2_000L, 12), (merged.Open!.Offered, merged.Open.PeakInFlight));
    }

    [Fact]
    public void The_report_of_a_merged_result_names_its_generators()
    {
        var merged = Of(Row(Start), Row(Start));
        var text = string.Join('\n', ConsoleReport.Lines(merged));

        Assert.Null(merged.Command);
        Assert.Contains(
            "merged: generator 2, sample, seed 2, started 2026-01-02 03:04:05Z",
            text,
            StringComparison.Ordinal
        );
    }

    public static TheoryData<string, Func<LoadResult, LoadResult>> Apart =>
        new()
        {
            {
                "seed 1 is in R1 and in R2: the same share of the load twice",
                r => r with { Seed = 1 }
            },
            { "rows: 1 in R1, 0 in R2", r => r with { Rows = [] } },
            {
                "row 1, scenario: GET / in R1, GET /x in R2",
                r => With(r, row => row with { Name = "GET /x" })
            },
            {
                "row 1, target: number 1 in R1, number 2 in R2",
                r => With(r, row => row with { Target = 1 })
            },
            {
                "row 1, transport: loopback in R1, inmemory in R2",
                r => With(r, row => row with { Transport = "inmemory" })
            },
            {
                "row 1, load: closed in R1, closed, think 1.00 s in R2",
                r => With(r, row => row with { Load = "32 users, think 1.00 s" })
            },
            {
                "row 1, load: closed in R1, open in R2",
                r => With(r, row => row with { Users = null, Load = "20/s" })
            },
            {
                "row 1, expected errors: none in R1, rate_limited in R2",
                r => With(r, row => row with { Expected = [Outcome.RateLimited] })
            },
            {
                "row 1, made of: check is healthy in R1, one exchange in R2",
                r => With(r, row => row with { Checks = [] })
            },
            {
                "row 1, made of: check is healthy in R1, check is healthy, part step in R2",
                r => With(r, row => row with { Parts = [Results.Part("step")] })
            },
            {
                "targets: http://a/, remote, hosting remote in R1, http://b/, remote, hosting remote in R2",
                r => r with { Targets = [r.Targets[0] with { Name = "http://b/" }] }
            },
        };

    [Theory]
    [MemberData(nameof(Apart), DisableDiscoveryEnumeration = true)]
    public void What_is_no_share_of_the_same_run_is_refused_by_name(
        string expected,
        Func<LoadResult, LoadResult> change
    )
    {
        var one = Result(Row(Start), seed: 1);

        var error = Assert.Throws<MergeException>(() =>
            ResultMerge.Of([new("R1", one), new("R2", change(Result(Row(Start), seed: 2)))])
        );

        Assert.StartsWith(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_share_that_is_in_a_merged_result_already_is_refused()
    {
        var one = Result(Row(Start), seed: 1);
        var merged = ResultMerge.Of([new("R1", one), new("R2", one with { Seed = 2 })]);

        var error = Assert.Throws<MergeException>(() =>
            ResultMerge.Of([new("M", merged), new("R2", one with { Seed = 2 })])
        );

        Assert.StartsWith("seed 2 is in M and in R2", error.Message, StringComparison.Ordinal);
        Assert.Throws<MergeException>(() => ResultMerge.Of([new("R1", one)]));
    }

    private static LoadResult With(LoadResult result, Func<RowResult, RowResult> change) =>
        result with
        {
            Rows = [change(result.Rows[0])],
        };

    private static RowResult Merged(params RowResult[] rows) => Of(rows).Rows[0];

    private static LoadResult Of(params RowResult[] rows) =>
        ResultMerge.Of([
            .. rows.Select((row, i) => new MergeSource($"R{i}", Result(row, (ulong)i + 1))),
        ]);

    private static LoadResult Result(RowResult row, ulong seed) =>
        Results.Of(row) with
        {
            Seed = seed,
            Command = $"gatewaybench run --seed {seed}",
            Targets = [new TargetInfo("http://a/", "remote", null, []) { Hosting = "remote" }],
        };

    private static RowResult Row(DateTimeOffset start, params TimelineSlice[] slices) =>
        Row(start, successes: 5_000) with
        {
            Timeline = slices,
        };

    private static RowResult Row(DateTimeOffset start, int successes) =>
        Results.Row("GET /", successes: successes) with
        {
            StartedAt = start,
            Timeline = [],
        };

    private static RowResult Open(string load, int peak) =>
        Row(Start) with
        {
            Users = null,
            Load = load,
            Open = new OpenResult(1_000, 1_000, 0, HitHistograms.NewHistogram(), peak, null),
        };

    private static TimelineSlice Slice(double from, long successes, int inFlight = 1) =>
        new(
            from,
            1,
            successes,
            new Dictionary<Outcome, long> { [Outcome.Timeout] = 1 },
            inFlight,
            successes > 0 ? 450 : null,
            successes > 0 ? 500 : null,
            successes > 0 ? 510 : null
        )
        {
            P95 = successes > 0 ? 480 : null,
        };
}
