using GatewayBench.Tests.Reporting;

namespace GatewayBench.Tests.Merging;

/// <summary>Hits are dealt out to generators, recorded there and merged; one recorder gets all of them.</summary>
public sealed class MergeEqualityTests
{
    private const int Hits = 20_000;

    private static readonly Dictionary<Outcome, long> NoErrors = [];

    private static readonly Dictionary<int, long> NoStatuses = [];

    private static readonly int[] Generators = [2, 3, 7];

    private static readonly RecorderShape Shape = new(
        TimestampFrequency: 1_000_000_000,
        Checks: 2,
        [
            new CustomMetric("bytes", MetricKind.Counter, "", _ => 0),
            new CustomMetric("hits", MetricKind.Rate, "", _ => 0),
            new CustomMetric("length", MetricKind.Trend, "words", _ => 0),
        ],
        HasSchedule: true,
        HasStreams: true
    );

    public static TheoryData<int, int> Cases =>
        new(
            from seed in Enumerable.Range(1, 5)
            from generators in Generators
            select (seed, generators)
        );

    [Theory]
    [MemberData(nameof(Cases))]
    public void Merged_results_are_bucket_for_bucket_one_run_of_all_hits(int seed, int generators)
    {
        var random = new Random(seed);
        var whole = new Recorder(Shape);
        var shares = Enumerable.Range(0, generators).Select(_ => new Recorder(Shape)).ToArray();
        var allSeen = new SeenHits();
        var seen = shares.Select(_ => new SeenHits()).ToArray();
        for (var i = 0; i < Hits; i++)
        {
            // Uneven shares: some generators get next to nothing.
            var share = (int)(generators * Math.Pow(random.NextDouble(), 3));
            var hit = RecordOne(random, whole, shares[share]);
            allSeen.Add(hit, i);
            seen[share].Add(hit, i);
        }

        var merged = ResultMerge
            .Of([
                .. shares.Select(
                    (share, i) =>
                        new MergeSource(
                            $"R{i}",
                            Stored(Result(share, seed: (ulong)i, users: i + 1, seen[i]))
                        )
                ),
            ])
            .Rows[0];

        var all = generators * (generators + 1) / 2;
        var one = Result(whole, seed: 1, users: all, allSeen).Rows[0];
        AssertSame(one, merged);
        AssertSameBySecond(one, merged);
        Assert.Equal(one.Target, merged.Target);
        Assert.Equal(one.FirstErrors, merged.FirstErrors);
        Assert.Equal(one.Slowest, merged.Slowest);
        AssertSameParts(one.Parts, merged.Parts);
        Assert.Equal(one.Users, merged.Users);
        Assert.Equal(one.Load, merged.Load);
        Assert.Equal(one.SuccessesPerSecond, merged.SuccessesPerSecond);
        Assert.Equal(one.LatencyAt(99.9), merged.LatencyAt(99.9));
        Assert.True(one.Open!.ScheduleLag.HasSameContentsAs(merged.Open!.ScheduleLag));
        Assert.Equal(one.Trust.LatencyP99Microseconds, merged.Trust.LatencyP99Microseconds);
        Assert.Equal(one.Trust.ScheduleLagP99Microseconds, merged.Trust.ScheduleLagP99Microseconds);
        Assert.Equal(one.Slos, merged.Slos);
        Assert.Empty(merged.Invalid);
    }

    [Fact]
    public void Merging_in_two_steps_is_merging_at_once()
    {
        var random = new Random(9);
        var recorders = Enumerable.Range(0, 3).Select(_ => new Recorder(Shape)).ToArray();
        for (var i = 0; i < Hits; i++)
        {
            RecordOne(random, recorders[i % 3]);
        }
        MergeSource[] sources =
        [
            .. recorders.Select(
                (one, i) => new MergeSource($"R{i}", Result(one, (ulong)i, users: 4))
            ),
        ];

        var twice = ResultMerge.Of([
            new MergeSource("R01", ResultMerge.Of(sources[..2])),
            sources[2],
        ]);

        var once = ResultMerge.Of(sources);
        Assert.Equal(ResultFile.Serialize(once), ResultFile.Serialize(twice));
    }

    private static void AssertSame(RowResult one, RowResult merged)
    {
        Assert.True(one.Latency.HasSameContentsAs(merged.Latency));
        Assert.True(one.FailureLatency.HasSameContentsAs(merged.FailureLatency));
        Assert.True(one.ServiceTime.HasSameContentsAs(merged.ServiceTime));
        Assert.True(one.FailureServiceTime.HasSameContentsAs(merged.FailureServiceTime));
        Assert.True(one.FirstByte.HasSameContentsAs(merged.FirstByte));
        Assert.True(
            one.Streams!.TimeToFirstToken.HasSameContentsAs(merged.Streams!.TimeToFirstToken)
        );
        Assert.True(one.Streams.TokenGaps.HasSameContentsAs(merged.Streams.TokenGaps));
        Assert.Equal(Counts(one.Streams), Counts(merged.Streams));
        Assert.Equal(one.Successes, merged.Successes);
        Assert.Equal(one.SuccessesInTime, merged.SuccessesInTime);
        Assert.Equal(one.Errors.OrderBy(e => e.Key), merged.Errors.OrderBy(e => e.Key));
        Assert.Equal(one.Statuses.OrderBy(e => e.Key), merged.Statuses.OrderBy(e => e.Key));
        Assert.Equal((one.Bytes, one.Clamped), (merged.Bytes, merged.Clamped));
        Assert.Equal(one.Checks, merged.Checks);
        AssertSameMetrics(one.Metrics, merged.Metrics);
    }

    private static void AssertSameBySecond(RowResult one, RowResult merged)
    {
        Assert.Equal(one.Timeline.Select(Parts), merged.Timeline.Select(Parts));
        Assert.Equal(one.Resources, merged.Resources);
        Assert.Equal(one.Provider, merged.Provider);

        // Records are the same only with the same dictionary in them.
        static (TimelineSlice, string, string) Parts(TimelineSlice slice) =>
            (
                slice with
                {
                    Errors = NoErrors,
                    Statuses = NoStatuses,
                },
                string.Join(", ", slice.Errors.OrderBy(error => error.Key)),
                string.Join(", ", slice.Statuses.OrderBy(one => one.Key))
            );
    }

    private static (long, long, long, long, long) Counts(StreamResult streams) =>
        (
            streams.Turns,
            streams.TurnsWithUsage,
            streams.Tokens,
            streams.TokensInTime,
            streams.Pieces
        );

    private static void AssertSameParts(
        IReadOnlyList<PartResult> one,
        IReadOnlyList<PartResult> merged
    )
    {
        Assert.Equal(one.Select(part => part.Name), merged.Select(part => part.Name));
        foreach (var (part, other) in one.Zip(merged))
        {
            Assert.True(part.Latency.HasSameContentsAs(other.Latency));
            Assert.Equal(part.Successes, other.Successes);
            Assert.Equal(part.Checks, other.Checks);
            AssertSameMetrics(part.Metrics, other.Metrics);
            AssertSameParts(part.Parts, other.Parts);
        }
    }

    private static void AssertSameMetrics(
        IReadOnlyList<MetricResult> one,
        IReadOnlyList<MetricResult> merged
    )
    {
        Assert.Equal(
            one.Select(metric => metric with { Values = null }),
            merged.Select(metric => metric with { Values = null })
        );
        Assert.All(
            one.Zip(merged),
            pair =>
                Assert.True(
                    pair.First.Values?.HasSameContentsAs(pair.Second.Values!)
                        ?? pair.Second.Values is null
                )
        );
    }

    /// <summary>The same hit with each recorder.</summary>
    private static Hit RecordOne(Random random, params Recorder[] recorders)
    {
        var intended = random.NextInt64(1_000_000_000);
        var sent = intended + random.NextInt64(2_000_000);
        var ended = sent + (long)Math.Exp(random.NextDouble() * 24);
        var outcome = random.Next(10) switch
        {
            0 => Outcome.RateLimited,
            1 => Outcome.Timeout,
            2 => Outcome.BadBody,
            _ => Outcome.Success,
        };
        var hit = new Hit(
            intended,
            sent,
            sent + 1_000,
            ended,
            outcome,
            random.Next(1_000),
            outcome == Outcome.BadBody ? random.Next(2) : -1,
            outcome == Outcome.RateLimited ? 429 : 0
        );
        var (length, gap) = (random.NextInt64(1_000), random.NextInt64(50_000_000));
        foreach (var recorder in recorders)
        {
            recorder.Record(hit);
            recorder.SentInTime++;
            if (outcome == Outcome.Success)
            {
                recorder.SuccessesInTime++;
                recorder.Metrics.Record([length, length % 2, length]);
                recorder.RecordGap(gap);
                recorder.Streams!.FirstTokens.RecordValue(gap);
            }
        }
        return hit;
    }

    private static LoadResult Result(
        Recorder recorder,
        ulong seed,
        int users,
        SeenHits? seen = null
    )
    {
        var counts = new RowCounts(Shape);
        counts.Add(recorder);
        Check[] checks = [new("is an answer", _ => true), new("is mine", _ => true)];
        var row = Results.Row("POST /api/chat", users) with
        {
            Target = 0,
            Successes = counts[Outcome.Success],
            SuccessesInTime = counts.SuccessesInTime,
            Errors = counts.Errors(),
            Expected = [Outcome.RateLimited],
            Latency = counts.Successes.Latency,
            FailureLatency = counts.Failures.Latency,
            ServiceTime = counts.Successes.ServiceTime,
            FailureServiceTime = counts.Failures.ServiceTime,
            FirstByte = counts.FirstBytes,
            Streams = counts.Streams!.Result,
            Open = new OpenResult(counts.Total, counts.SentInTime, 0, counts.ScheduleLag, 5, null),
            Metrics = counts.MetricResults(Shape.Metrics),
            Bytes = counts.Bytes,
            Clamped = counts.Clamped,
            Checks = counts.Checks(checks),
            Trust = new Trust
            {
                LatencyP99Microseconds = counts.Successes.Latency.TimeAt(99)?.TotalMicroseconds,
                ScheduleLagP99Microseconds = counts.ScheduleLag.TimeAt(99)?.TotalMicroseconds,
            },
        };
        var part = Results.Part("step") with
        {
            Successes = row.Successes,
            Latency = row.Latency,
            Checks = row.Checks,
            Metrics = row.Metrics,
        };
        row = seen?.In(row, users) ?? row;
        row = row with { Parts = [part, part with { Name = "other", Parts = [part] }] };
        var slos = new SloSet([Slo.Parse("p99<1s"), Slo.Parse("timeout<5%"), Slo.Parse("bytes>1")]);
        var result = Results.Of(row with { Slos = slos.Judge(row) });
        return result with
        {
            Seed = seed,
            Targets =
            [
                new TargetInfo("http://127.0.0.1:1/", "remote", null, []) { Hosting = "remote" },
            ],
        };
    }

    private static LoadResult Stored(LoadResult result) =>
        ResultFile.Deserialize(ResultFile.Serialize(result));
}
