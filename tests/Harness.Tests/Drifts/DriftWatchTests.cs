namespace GatewayBench.Tests.Drifts;

public sealed class DriftWatchTests
{
    private const double Megabyte = 1e6;

    [Fact]
    public void A_leak_is_found_with_its_slope_and_when_the_limit_is_reached()
    {
        var noise = DriftRows.Noise(300, memory: 0.5, deviation: 2 * Megabyte, seed: 1);
        var row = DriftRows.Of(300, i => 40 * Megabyte + 4 * Megabyte * i / 60 + noise[i]);

        var heap = Heap(row);

        Assert.Equal(DriftResult.Rises, heap.Verdict);
        Assert.True(heap.Moves);
        Assert.InRange(4 * Megabyte, heap.Low!.Value, heap.High!.Value);
        Assert.InRange(heap.High!.Value - heap.Low!.Value, 0.1 * Megabyte, 4 * Megabyte);
        Assert.Equal(512 * Megabyte, heap.Limit);
        Assert.Equal((512 * Megabyte - heap.End) / heap.PerMinute, heap.MinutesToLimit);
        Assert.Equal(240, heap.Seconds, tolerance: 1e-9);
        Assert.InRange(heap.Start / Megabyte, 43, 46);
        Assert.InRange(heap.End / Megabyte, 58, 62);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void Noise_is_no_drift_however_much_one_second_is_like_the_one_before(double memory)
    {
        var (named, held) = (0, 0);
        const int Rows = 60;
        for (var seed = 0; seed < Rows; seed++)
        {
            var noise = DriftRows.Noise(240, memory, deviation: 10 * Megabyte, seed);
            var heap = Heap(DriftRows.Of(240, i => 100 * Megabyte + noise[i]));
            named += heap.Moves ? 1 : 0;
            held += heap is not { Low: > 0 } and not { High: < 0 } ? 1 : 0;
        }

        // Of all that is looked at together one row in twenty may be wrong, and here only the heap can be.
        Assert.InRange(named, 0, 3);
        // Of a 95 % interval one in twenty may be wrong as well: 57, less three standard deviations.
        Assert.InRange(held, 51, Rows);
    }

    [Fact]
    public void What_stands_still_is_steady_and_says_what_slope_is_ruled_out()
    {
        var noise = DriftRows.Noise(300, memory: 0, deviation: 0.2 * Megabyte, seed: 3);
        var drifts = DriftWatch.Of(
            DriftRows.Of(300, i => 40 * Megabyte + noise[i]),
            DriftRows.Facts,
            isSteady: true
        );

        var heap = drifts.Single(drift => drift.Name == "heap");
        Assert.Equal(DriftResult.Steady, heap.Verdict);
        Assert.InRange(0, heap.Low!.Value, heap.High!.Value);
        Assert.Null(heap.MinutesToLimit);
        Assert.Equal(2 * Megabyte, heap.Matters, tolerance: 0.1 * Megabyte);
        var p50 = drifts.Single(drift => drift.Name == "p50");
        Assert.Equal((DriftResult.Steady, 0.0), (p50.Verdict, p50.PerMinute));
    }

    [Fact]
    public void What_rises_beyond_doubt_but_by_too_little_is_not_named()
    {
        var heap = Heap(DriftRows.Of(300, i => 100 * Megabyte + 0.1 * Megabyte * i / 60));

        Assert.Equal(DriftResult.Steady, heap.Verdict);
        Assert.True(heap.Low > 0);
    }

    [Fact]
    public void Where_noise_hides_what_would_matter_nothing_is_claimed()
    {
        var noise = DriftRows.Noise(60, memory: 0, deviation: 30 * Megabyte, seed: 5);

        var heap = Heap(DriftRows.Of(60, i => 100 * Megabyte + noise[i]));

        Assert.Equal(DriftResult.Unclear, heap.Verdict);
    }

    [Fact]
    public void The_first_fifth_is_left_out_because_caches_fill()
    {
        var held = WorkingSet(
            DriftRows.Of(300, i => 100 * Megabyte * Math.Min(1, 0.5 + i / 120.0))
        );

        Assert.Equal((DriftResult.Steady, 0.0), (held.Verdict, held.PerMinute));
    }

    [Fact]
    public void Without_collections_nobody_knows_what_the_heap_does()
    {
        // One every eight seconds: 30 in the four minutes that are judged, and 15 in two.
        static double Stepwise(int i) => Megabyte * (40 + i / 8);

        Assert.Equal(DriftResult.Rises, Heap(DriftRows.Of(300, Stepwise)).Verdict);
        Assert.DoesNotContain(
            DriftWatch.Of(DriftRows.Of(150, Stepwise), DriftRows.Facts, isSteady: true),
            drift => drift.Name == "heap"
        );
        Assert.DoesNotContain(
            DriftWatch.Of(DriftRows.Of(300, _ => Megabyte), DriftRows.Facts, isSteady: true),
            drift => drift.Name == "heap"
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(200)]
    public void A_heap_that_grows_from_one_full_collection_to_the_next_need_not_leak(int full) =>
        Assert.Equal(
            DriftResult.Unclear,
            Heap(DriftRows.Of(300, i => Megabyte * (40 + i), full)).Verdict
        );

    /// <summary>In three seconds of four there is garbage in it, which lives longer from minute to minute.</summary>
    [Fact]
    public void With_enough_full_collections_only_they_count()
    {
        static double Above(int i) => i % 4 == 0 ? 0 : i / 60.0 * Megabyte * 20;

        Assert.Equal(
            DriftResult.Steady,
            Heap(DriftRows.Of(300, i => 40 * Megabyte + Above(i), full: 4)).Verdict
        );
        var leak = Heap(DriftRows.Of(300, i => Megabyte * (40 + 4 * i / 60.0) + Above(i), full: 4));
        Assert.Equal(DriftResult.Rises, leak.Verdict);
        Assert.Equal(4 * Megabyte, leak.PerMinute, tolerance: 1);
        Assert.Equal(60, leak.Blocks);
    }

    /// <summary>A line without a stray, but for three seconds in which a full collection takes it all away.</summary>
    [Fact]
    public void What_a_few_full_collections_take_away_is_no_leak()
    {
        static double Saw(int i) => Megabyte * (i % 100 == 0 ? 40 : 40 + i / 5.0);

        Assert.Equal(DriftResult.Unclear, Heap(DriftRows.Of(400, Saw, full: 100)).Verdict);
        Assert.Equal(
            DriftResult.Rises,
            Heap(DriftRows.Of(400, i => Megabyte * (40 + i / 5.0), full: 100)).Verdict
        );
    }

    [Fact]
    public void A_short_row_and_a_load_that_moves_say_nothing()
    {
        var row = DriftRows.Of(300, i => i * Megabyte);

        Assert.NotEmpty(DriftWatch.Of(row, DriftRows.Facts, isSteady: true));
        Assert.Empty(DriftWatch.Of(row, DriftRows.Facts, isSteady: false));
        Assert.Empty(DriftWatch.Of(DriftRows.Of(59, _ => 1), DriftRows.Facts, isSteady: true));
        Assert.NotEmpty(
            DriftWatch.Of(row, DriftRows.Facts, Load.Closed(32, TimeSpan.FromMinutes(5)))
        );
        Assert.Empty(DriftWatch.Of(row, DriftRows.Facts, Load.Ramp(1, 100, "5m")));
    }

    [Fact]
    public void Of_a_load_in_stages_the_longest_that_stands_still_is_judged()
    {
        // 60 s up, 120 s at the top, 60 s down: the heap follows the users, but for the middle.
        var row = DriftRows.Of(
            240,
            i =>
                Megabyte
                * (
                    i < 60 ? i
                    : i < 180 ? 60
                    : 240 - i
                )
        ) with
        {
            Stages = [Stage(0, 60, 1, 90), Stage(60, 120, 90, 90), Stage(180, 60, 90, 1)],
        };

        var held = DriftWatch
            .Of(row, DriftRows.Facts, isSteady: false)
            .Single(drift => drift.Name == "working_set");

        Assert.Equal((DriftResult.Steady, 96.0), (held.Verdict, held.Seconds));
    }

    [Fact]
    public void A_gauge_of_the_gateways_own_that_grows_is_named_by_its_series()
    {
        var row = DriftRows.Of(120, _ => 40 * Megabyte);
        row = row with
        {
            Series =
            [
                .. row.Series,
                Gauge("my.sessions.open", i => 100 + i),
                Gauge("my.requests.active.rate", i => 100 + i),
                Gauge("my.clock", i => i),
            ],
        };

        var moving = DriftWatch
            .Of(row, DriftRows.Facts, isSteady: true)
            .Where(drift => drift.Moves);

        Assert.Equal("my.sessions.open", Assert.Single(moving).Name);
    }

    [Fact]
    public void A_gateway_in_another_process_is_judged_by_what_that_tells()
    {
        var row = DriftRows.Of(300, i => i * Megabyte);
        var elsewhere = DriftRows.Facts with { IsHostedHere = false };

        var told = DriftWatch.Of(row, elsewhere, isSteady: true);
        var drifts = DriftWatch.Of(row with { Series = [] }, elsewhere, isSteady: true);

        Assert.Contains(told, drift => drift.Name == "heap");

        Assert.Equal(["p50", "p99"], drifts.Select(drift => drift.Name));
    }

    private static DriftResult Heap(RowResult row) =>
        DriftWatch.Of(row, DriftRows.Facts, isSteady: true).Single(drift => drift.Name == "heap");

    private static DriftResult WorkingSet(RowResult row) =>
        DriftWatch
            .Of(row, DriftRows.Facts, isSteady: true)
            .Single(drift => drift.Name == "working_set");

    private static WatchedSeries Gauge(string name, Func<int, double> value) =>
        new(name, "", "gateway", [.. Enumerable.Range(0, 120).Select(i => (double?)value(i))]);

    private static StageResult Stage(double from, double seconds, int fromUsers, int toUsers) =>
        new()
        {
            Name = "stage",
            From = from,
            Seconds = seconds,
            FromUsers = fromUsers,
            ToUsers = toUsers,
            Successes = 0,
            SuccessesInTime = 0,
            Errors = new Dictionary<Outcome, long>(),
            Latency = HitHistograms.NewHistogram(),
            ServiceTime = HitHistograms.NewHistogram(),
        };
}
