namespace GatewayBench.Tests.Diagnoses;

/// <summary>Callers wait longer, and something moved that is not behind it.</summary>
public sealed class TiedEffectTests
{
    [Fact]
    public void A_store_that_is_slower_by_a_small_part_of_what_callers_wait_is_no_missing_index()
    {
        // Callers wait 200 ms longer.
        Assert.Empty(Suspects(Store(0.03)));
        Assert.Equal("missing_index", Assert.Single(Suspects(Store(0.09))).Name);
    }

    [Fact]
    public void Longer_prompts_that_the_provider_answers_as_fast_are_no_context_growth()
    {
        var longer = Rows
            .Healthy.Slower()
            .With((ProviderSlice slice) => slice with { Tokens = 90_000 });

        Assert.Empty(Suspects(longer));
        Assert.Equal("context_growth", Assert.Single(Suspects(longer.Failing(Outcome.Http4xx))).Name);
    }

    [Fact]
    public void A_heap_that_grew_without_collections_that_callers_feel_is_no_suspect()
    {
        var row = Rows.Healthy.Slower().With(Heap(900_000_000));

        Assert.Empty(Suspects(row));
        Assert.Equal("worker_memory", Assert.Single(Suspects(row.Failing(Outcome.Connect))).Name);
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
                            (slice, i) => i % 4 == 3 ? slice : slice with { HeapBytes = 900_000_000 }
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
            Assert.Single(Suspects(row, Rows.Facts with { HeapLimit = 400_000_000 })).Name
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
                            Values = [.. one.Values.Take(Rows.Onset), .. new double?[Rows.Slices - Rows.Onset]],
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
                                Errors = new Dictionary<Outcome, long> { [Outcome.RateLimited] = 3_000 },
                            }
                            : slice
                ),
            ],
        };

        Assert.Equal("gateway_limiter", Assert.Single(Suspects(early)).Name);
    }

    private static RowResult Store(double seconds) =>
        Rows.Healthy.Slower().With("db.client.connection.use_time{pool=read}.p50", 0.002, seconds);

    private static Func<ResourceSlice, ResourceSlice> Heap(long bytes) =>
        slice => slice with { HeapBytes = bytes };

    private static IReadOnlyList<Suspect> Suspects(RowResult row, DiagnosisFacts? facts = null) =>
        Diagnostician.Of(row, facts ?? Rows.Facts)!.Suspects;
}
