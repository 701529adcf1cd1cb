namespace GatewayBench.Tests.Diagnoses;

public sealed class DiagnosticianTests
{
    /// <summary>Each rule, and a row in which what it looks at gives way.</summary>
    private static readonly Dictionary<string, Func<RowResult, RowResult>> Faults = new()
    {
        ["store_pool"] = row =>
            row.With("db.client.connection.wait_time{pool=read}.p50", 0.001, 0.4),
        ["provider_limit"] = row =>
            row.With((ProviderSlice slice) => slice with { RateLimited = 20 }),
        ["cache_memory"] = row => row.With("gateway.cache.evictions{reason=entries}.rate", 0, 12),
        ["slow_prompts"] = row =>
            row.With((TimelineSlice slice) => slice with { P99 = 30 * slice.P50 }),
        ["worker_memory"] = row =>
            row.With(
                (ResourceSlice slice) =>
                    slice with
                    {
                        HeapBytes = 900_000_000,
                        GcPauseMilliseconds = 70,
                    }
            ),
        ["thundering_herd"] = row =>
            row.With("gateway.cache.requests{result=hit}.rate", 95, 20)
                .With("gateway.cache.requests{result=miss}.rate", 5, 80),
        ["thread_pool"] = row =>
            row.With((ResourceSlice slice) => slice with { QueueLength = 300 }),
        ["outgoing_connections"] = row =>
            row.With("http.client.request.time_in_queue{server.address=x}.p99", 0.001, 0.5),
        ["descriptors"] = row => row.With("process.open_descriptors", 100, 960),
        ["gateway_limiter"] = row => row.With("gateway.limits.refusals{limit=rate}.rate", 0, 30),
        ["lock_contention"] = row =>
            row.With((ResourceSlice slice) => slice with { LockContentions = 2_000 }),
        ["allocation_storm"] = row =>
            row.With((ResourceSlice slice) => slice with { GcPauseMilliseconds = 300 }),
        ["context_growth"] = row =>
            row.With(
                (ProviderSlice slice) =>
                    slice with
                    {
                        Tokens = 90_000,
                        ActualDelayMicroseconds = 280_000,
                    }
            ),
        ["missing_index"] = row =>
            row.With("db.client.connection.use_time{pool=read}.p99", 0.002, 0.15),
        ["cpu"] = row => row.With((ResourceSlice slice) => slice with { CpuCores = 3.9 }),
        ["retry_storm"] = row => row.With("provider.attempts_per_request", 1, 2.5),
        ["timeouts"] = row =>
            row.With(
                (TimelineSlice slice) =>
                    slice with
                    {
                        Errors = new Dictionary<Outcome, long> { [Outcome.Timeout] = 30 },
                    }
            ),
        ["breaker_open"] = row =>
            row.Failing(Outcome.Http5xx) with
            {
                Breakers = [new BreakerStory("", true, [new BreakerChange(20, "open", 1)])],
            },
    };

    /// <summary>What callers feel whenever it is there.</summary>
    private static readonly string[] FeltByThemselves =
    [
        "store_pool",
        "slow_prompts",
        "allocation_storm",
        "outgoing_connections",
        "timeouts",
        "breaker_open",
    ];

    public static TheoryData<string> Names => [.. Faults.Keys];

    public static TheoryData<string> NamesOfUnfelt => [.. Faults.Keys.Except(FeltByThemselves)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_gives_way_is_the_one_suspect_with_its_second_and_users(string name)
    {
        var suspect = Assert.Single(Suspects(Faults[name](Rows.Healthy.Slower())));

        Assert.Equal((name, 20.0, 21), (suspect.Name, suspect.Second, suspect.Users));
        Assert.True(suspect.Value >= suspect.Limit && suspect.Limit > suspect.Normal);
        Assert.NotEmpty(suspect.Effect);
    }

    [Theory]
    [MemberData(nameof(NamesOfUnfelt))]
    public void What_nobody_feels_is_no_suspect(string name)
    {
        Assert.Empty(Suspects(Faults[name](Rows.Healthy)));
    }

    /// <summary>Of fewer than a hundred the p99 is the slowest one.</summary>
    [Theory]
    [InlineData(99, 0)]
    [InlineData(100, 1)]
    public void A_tail_alone_is_felt_where_slices_have_one(int successes, int named)
    {
        var row = Faults["descriptors"](Rows.Healthy);
        row = row with
        {
            Timeline =
            [
                .. row.Timeline.Select(
                    (slice, i) =>
                        slice with
                        {
                            Successes = successes,
                            P99 = i < Rows.Onset ? slice.P99 : 3 * slice.P99,
                        }
                ),
            ],
        };

        Assert.Equal(named, Suspects(row).Count);
    }

    [Fact]
    public void A_healthy_row_and_one_that_is_slow_without_evidence_have_no_suspect()
    {
        Assert.Empty(Suspects(Rows.Healthy));
        Assert.Empty(Suspects(Rows.Healthy.Slower()));
    }

    [Fact]
    public void Every_rule_has_a_row_here()
    {
        // A cold start has rows of its own below: it is over when the others begin.
        Assert.Equal(
            Rules.All.Select(rule => rule.Name).Order(),
            Faults.Keys.Append("cold_start").Order()
        );
    }

    [Fact]
    public void First_exchanges_that_take_several_times_as_long_are_a_cold_start_without_a_warm_up()
    {
        var row = Rows.Healthy with
        {
            Timeline =
            [
                .. Rows.Healthy.Timeline.Select(
                    (slice, i) => i < 4 ? slice with { P50 = 5 * slice.P50 } : slice
                ),
            ],
        };

        Assert.Equal("cold_start", Assert.Single(Suspects(row with { Settled = null })).Name);
        Assert.Empty(Suspects(row));
    }

    [Fact]
    public void Of_two_that_give_way_the_one_that_set_in_first_is_first()
    {
        var late = Rows
            .Healthy.Slower()
            .With((ProviderSlice slice) => slice with { RateLimited = 20 });
        var both = late with
        {
            Series =
            [
                .. late.Series,
                new(
                    "db.client.connection.wait_time{pool=write}.p50",
                    "s",
                    "gateway",
                    [
                        .. Enumerable
                            .Range(0, Rows.Slices)
                            .Select(i => (double?)(i < 16 ? 0.001 : 0.6)),
                    ]
                ),
            ],
        };

        Assert.Equal(["store_pool", "provider_limit"], Suspects(both).Select(one => one.Name));
    }

    [Fact]
    public void The_classic_five_are_reached_at_a_number_of_users_or_not_reached_or_not_watched()
    {
        var row = Faults["provider_limit"](Rows.Healthy.Slower());

        var classics = Diagnostician
            .Of(row with { Resources = [], Series = [] }, Rows.Facts)!
            .Classics;

        Assert.Equal(
            [
                ("store_pool", false, null),
                ("provider_limit", true, 21),
                ("cache_memory", false, null),
                ("slow_prompts", true, null),
                ("worker_memory", false, null),
            ],
            classics.Select(one => (one.Name, one.IsWatched, one.Users))
        );
    }

    [Fact]
    public void A_classic_limit_that_callers_do_not_feel_is_reached_and_no_suspect()
    {
        var diagnosis = Diagnostician.Of(Faults["provider_limit"](Rows.Healthy), Rows.Facts)!;

        Assert.Empty(diagnosis.Suspects);
        var limit = diagnosis.Classics.Single(one => one.Name == "provider_limit");
        Assert.Equal((21, false), (limit.Users, limit.IsFelt));
    }

    [Fact]
    public void Rules_that_nothing_tells_of_are_named()
    {
        var row = Rows.Healthy with { Resources = [], Series = [], Provider = [] };

        var unwatched = Diagnostician.Of(row, Rows.Facts)!.Unwatched;

        Assert.Contains("lock_contention", unwatched);
        Assert.Contains("retry_storm", unwatched);
        Assert.DoesNotContain("timeouts", unwatched);
    }

    /// <summary>Npgsql tells who waits and what is served: 20 who wait while 40 a second are served wait half a second.</summary>
    [Theory]
    [InlineData(20, 0.5)]
    [InlineData(1, null)]
    public void A_pool_that_tells_only_its_queue_is_judged_by_it(double waiting, double? seconds)
    {
        var row = Rows.Healthy.Slower() with { Series = [] };
        row = row.With("db.client.connection.npgsql.pending_requests", 0, waiting)
            .With("db.client.operation.duration{}.rate", 40, 40);

        var suspects = Suspects(row);

        Assert.Equal(seconds is null ? 0 : 1, suspects.Count);
        if (seconds is { } wait)
        {
            Assert.Equal("store_pool", suspects[0].Name);
            Assert.InRange(suspects[0].Value, 0.8 * wait, 1.2 * wait);
        }
    }

    [Fact]
    public void What_this_process_uses_says_nothing_of_a_gateway_in_another()
    {
        var row = Faults["cpu"](Rows.Healthy.Slower());

        Assert.Empty(Diagnostician.Of(row, Rows.Facts with { IsHostedHere = false })!.Suspects);
    }

    [Theory]
    [InlineData("cpu")]
    [InlineData("thread_pool")]
    [InlineData("worker_memory")]
    [InlineData("allocation_storm")]
    public void What_a_child_tells_of_its_process_is_judged(string fault)
    {
        var row = Faults[fault](Rows.Healthy.Slower());
        var child = row with
        {
            GatewayResources = row.Resources,
            Resources = [.. row.Resources.Select(slice => slice with { CpuCores = 0.1 })],
        };

        Assert.Equal(
            fault,
            Diagnostician.Of(child, Rows.Facts with { IsHostedHere = false })!.Suspects[0].Name
        );
    }

    [Fact]
    public void Processors_that_the_harness_keeps_busy_are_none_that_a_child_could_have()
    {
        var half = Faults["cpu"](Rows.Healthy.Slower()).With(slice => slice with { CpuCores = 2 });
        var child = half with { GatewayResources = half.Resources };
        var facts = Rows.Facts with { IsHostedHere = false };

        Assert.Equal("cpu", Assert.Single(Diagnostician.Of(child, facts)!.Suspects).Name);
        Assert.Empty(Diagnostician.Of(child with { Resources = [] }, facts)!.Suspects);
    }

    [Fact]
    public void Invalid_figures_do_not_silence_it_and_too_few_slices_do()
    {
        var row = Faults["provider_limit"](Rows.Healthy.Slower());

        Assert.Single(Suspects(row with { Invalid = ["generator"] }));
        Assert.Null(
            Diagnostician.Of(row with { Timeline = [.. row.Timeline.Take(7)] }, Rows.Facts)
        );
    }

    [Fact]
    public void A_tail_that_is_not_the_providers_is_no_slow_prompt()
    {
        var row = Faults["slow_prompts"](Rows.Healthy) with
        {
            Slowest = [new SlowHit(25, null, 3e6, 0, 1e5, 2.9e6, null, Outcome.Success, null)],
        };

        Assert.Empty(Suspects(row));
    }

    /// <summary>Of a gateway at a URL, nobody does.</summary>
    [Theory]
    [InlineData(true, 0.9)]
    [InlineData(false, 0.1)]
    [InlineData(null, null)]
    public void Where_nobody_knows_the_providers_time_the_classes_of_prompts_tell_whose_the_tail_is(
        bool? isWatchedSuspect,
        double? tailShare
    )
    {
        var row = Faults["slow_prompts"](Rows.Healthy) with
        {
            Slowest = [],
            Breakdown = new(
                [],
                [Class("short", 0.95, 1 - tailShare), Class("long", 0.05, tailShare)],
                null
            ),
        };

        var diagnosis = Diagnostician.Of(row, Rows.Facts)!;

        Assert.Equal(isWatchedSuspect is null, diagnosis.Unwatched.Contains("slow_prompts"));
        Assert.Equal(isWatchedSuspect is true ? 1 : 0, diagnosis.Suspects.Count);
        if (isWatchedSuspect is true)
        {
            Assert.Equal(
                "p99 is 30x p50; 90.0 % of the slowest hundredth are long, which is 5.0 % of all",
                diagnosis.Suspects[0].Effect
            );
        }

        static PromptClassResult Class(string name, double share, double? tail) =>
            new(
                name,
                100,
                0,
                HitHistograms.NewHistogram(),
                share,
                tail,
                null,
                name == "long" && tail > 0.5
            );
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData(1.4e6, 0)]
    [InlineData(1.6e6, 1)]
    public void Slow_exchanges_that_did_not_ask_the_provider_for_half_of_their_time_are_no_slow_prompts(
        double? provider,
        int suspects
    )
    {
        var row = Faults["slow_prompts"](Rows.Healthy) with
        {
            Breakdown = new(
                [
                    new("all", 4_000, 6e4, 0, 5e4, 1e4, 0, 0),
                    new("slowest", 40, 3e6, 0, provider, null, 0, 0),
                ],
                [],
                null
            ),
        };

        Assert.Equal(suspects, Suspects(row).Count);
    }

    private static IReadOnlyList<Suspect> Suspects(RowResult row) =>
        Diagnostician.Of(row, Rows.Facts)!.Suspects;
}
