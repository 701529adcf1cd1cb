namespace GatewayBench.Tests.Diagnoses;

/// <summary>Callers wait longer, and something moved that is not behind it.</summary>
public sealed class TiedEffectTests
{
    [Fact]
    public void A_store_that_is_slower_by_a_small_part_of_what_callers_wait_is_no_missing_index()
    {
        // Callers wait 200 ms longer, and then 800 ms.
        Assert.Empty(Suspects(Store(0.15).Slower()));
        Assert.Equal("missing_index", Assert.Single(Suspects(Store(0.15))).Name);
    }

    [Fact]
    public void Longer_prompts_that_the_provider_answers_as_fast_are_no_context_growth()
    {
        var longer = Rows
            .Healthy.Slower()
            .With((ProviderSlice slice) => slice with { Tokens = 90_000 });

        Assert.Empty(Suspects(longer));
        Assert.Equal(
            "context_growth",
            Assert.Single(Suspects(longer.Failing(Outcome.Http4xx))).Name
        );
    }

    [Fact]
    public void A_heap_that_grew_without_collections_that_callers_feel_is_no_suspect()
    {
        var row = Rows.Healthy.Slower().With(Heap(900_000_000));

        Assert.Empty(Suspects(row));
        Assert.Equal("worker_memory", Assert.Single(Suspects(row.Failing(Outcome.Connect))).Name);
    }

    [Fact]
    public void A_heap_that_is_full_soon_is_named_before_callers_feel_it()
    {
        // 50 MB a second.
        var row = Rows.Healthy with
        {
            Resources =
            [
                .. Rows.Healthy.Resources.Select(
                    (slice, i) => slice with { HeapBytes = 50_000_000 * (i + 1L) }
                ),
            ],
        };

        Assert.Equal(
            "full in 8.00 s at this rate",
            Assert
                .Single(
                    Suspects(
                        row,
                        Rows.Facts with
                        {
                            HeapLimit = 2_400_000_000,
                            HeapBytes = 2_400_000_000,
                        }
                    )
                )
                .Effect
        );
        Assert.Single(
            Suspects(
                row,
                Rows.Facts with
                {
                    HeapLimit = 30_000_000_000,
                    HeapBytes = 30_000_000_000,
                }
            )
        );
        Assert.Empty(
            Suspects(
                row,
                Rows.Facts with
                {
                    HeapLimit = 40_000_000_000,
                    HeapBytes = 40_000_000_000,
                }
            )
        );
    }

    [Fact]
    public void A_worker_that_is_gone_soon_after_it_grew_is_named_by_what_it_told_last()
    {
        long[] told = [115, 145, 190, 250, 330];
        var row = Rows.Healthy with
        {
            Resources =
            [
                .. Rows.Healthy.Resources.Zip(
                    told,
                    (slice, megabytes) => slice with { HeapBytes = megabytes * 1_000_000 }
                ),
            ],
            Timeline =
            [
                .. Rows.Healthy.Timeline.Select(
                    (slice, i) =>
                        i < told.Length
                            ? slice
                            : slice with
                            {
                                Successes = 0,
                                Errors = new Dictionary<Outcome, long> { [Outcome.Connect] = 500 },
                            }
                ),
            ],
        };

        var suspect = Assert.Single(
            Suspects(row, Rows.Facts with { HeapLimit = 350_000_000, HeapBytes = 350_000_000 })
        );

        Assert.Equal(("worker_memory", 4.0), (suspect.Name, suspect.Second));
    }

    [Fact]
    public void A_heap_that_collections_empty_again_and_again_has_not_grown()
    {
        var row = Rows.Healthy.Failing(Outcome.Connect);

        Assert.Empty(
            Suspects(
                row with
                {
                    Resources =
                    [
                        .. row.Resources.Select(
                            (slice, i) =>
                                i < Rows.Onset || i % 4 == 3
                                    ? slice
                                    : slice with
                                    {
                                        HeapBytes = 900_000_000,
                                    }
                        ),
                    ],
                }
            )
        );
    }

    [Fact]
    public void Half_of_a_workers_own_limit_is_enough()
    {
        var row = Rows.Healthy.Failing(Outcome.Connect).With(Heap(210_000_000));

        Assert.Empty(Suspects(row));
        Assert.Equal(
            "worker_memory",
            Assert
                .Single(
                    Suspects(
                        row,
                        Rows.Facts with
                        {
                            HeapLimit = 400_000_000,
                            HeapBytes = 400_000_000,
                        }
                    )
                )
                .Name
        );
    }

    [Fact]
    public void Locks_are_counted_by_exchange_so_that_few_exchanges_have_a_diagnosis_too()
    {
        var waits = Rows
            .Healthy.Slower()
            .With((ResourceSlice slice) => slice with { LockContentions = 19 });
        var few = waits.With((TimelineSlice slice) => slice with { Successes = 20 });

        Assert.Empty(Suspects(waits));
        Assert.Equal("lock_contention", Assert.Single(Suspects(few)).Name);
    }

    [Fact]
    public void Who_waits_for_a_connection_that_nobody_gets_waits_for_the_whole_slice()
    {
        var row = Rows.Healthy.Failing(Outcome.Http5xx);
        row = row with
        {
            Series =
            [
                .. row.Series.Select(one =>
                    one.Name.Contains("wait_time", StringComparison.Ordinal)
                        ? one with
                        {
                            Values =
                            [
                                .. one.Values.Take(Rows.Onset),
                                .. new double?[Rows.Slices - Rows.Onset],
                            ],
                        }
                        : one
                ),
            ],
        };

        Assert.Empty(Suspects(row));
        Assert.Equal(
            "store_pool",
            Assert.Single(Suspects(row.With("db.client.connection.pending_requests", 0, 9))).Name
        );
    }

    [Fact]
    public void Failures_that_begin_a_slice_before_their_cause_is_seen_are_no_normal_ones()
    {
        var row = Rows
            .Healthy.Failing(Outcome.RateLimited)
            .With("gateway.limits.refusals{limit=rate}.rate", null, 10);
        var early = row with
        {
            Timeline =
            [
                .. row.Timeline.Select(
                    (slice, i) =>
                        i == Rows.Onset - 1
                            ? slice with
                            {
                                Errors = new Dictionary<Outcome, long>
                                {
                                    [Outcome.RateLimited] = 3_000,
                                },
                            }
                            : slice
                ),
            ],
        };

        Assert.Equal("gateway_limiter", Assert.Single(Suspects(early)).Name);
    }

    [Fact]
    public void What_sets_in_early_is_felt_against_the_first_slices()
    {
        var row = Rows.Healthy with
        {
            Timeline =
            [
                .. Rows.Healthy.Timeline.Select(
                    (slice, i) => slice with { P50 = (1 + i / 8.0) * slice.P50 }
                ),
            ],
            Resources =
            [
                .. Rows.Healthy.Resources.Select(slice => slice with { LockContentions = 80 }),
            ],
        };

        var suspect = Assert.Single(Suspects(row));

        Assert.Equal(
            ("lock_contention", 0.0, null),
            (suspect.Name, suspect.Second, suspect.Normal)
        );
    }

    [Fact]
    public void A_quarter_more_is_enough_where_all_processors_are_busy()
    {
        var row = Rows
            .Healthy.With((TimelineSlice slice) => slice with { P50 = 1.3 * slice.P50 })
            .With((ResourceSlice slice) => slice with { CpuCores = 3.9 });

        Assert.Equal("cpu", Assert.Single(Suspects(row)).Name);
        Assert.Empty(Suspects(row.With((ResourceSlice slice) => slice with { CpuCores = 3 })));
    }

    [Fact]
    public void Callers_who_are_refused_at_once_and_come_back_at_once_are_no_lack_of_processors()
    {
        var row = Rows
            .Healthy.Failing(Outcome.Http5xx)
            .With((TimelineSlice slice) => slice with { Successes = 0, P50 = null, P99 = null })
            .With((ResourceSlice slice) => slice with { CpuCores = 3.9 });
        var slow = row.Timeline[Rows.Onset] with { Successes = 1, P50 = 5e6, P99 = 5e6 };

        Assert.Empty(Suspects(row));
        Assert.Empty(Suspects(row with { Timeline = [.. row.Timeline.SkipLast(2), slow, slow] }));
    }

    [Fact]
    public void Locks_that_hold_nobody_up_are_not_what_requests_fail_of()
    {
        var row = Rows.Healthy.With((ResourceSlice slice) => slice with { LockContentions = 80 });

        Assert.Empty(Suspects(row.Failing(Outcome.Http5xx)));
        Assert.Equal("lock_contention", Assert.Single(Suspects(row.Slower())).Name);
    }

    private static RowResult Store(double seconds) =>
        Rows.Healthy.Slower().With("db.client.connection.use_time{pool=read}.p99", 0.002, seconds);

    private static Func<ResourceSlice, ResourceSlice> Heap(long bytes) =>
        slice => slice with { HeapBytes = bytes };

    private static IReadOnlyList<Suspect> Suspects(RowResult row, DiagnosisFacts? facts = null) =>
        Diagnostician.Of(row, facts ?? Rows.Facts)!.Suspects;
}
