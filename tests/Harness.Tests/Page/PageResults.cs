using GatewayBench.Tests.Reporting;

namespace GatewayBench.Tests.Page;

/// <summary>Made-up results with everything that a page shows: the figures mean nothing.</summary>
internal static class PageResults
{
    /// <summary>Half an hour in slices of a second: users come and a quota runs out.</summary>
    public static LoadResult HalfAnHour =>
        Results.Of(Ramp("POST /api/chat", seconds: 1_800)) with
        {
            Name = "Half an hour",
            Command = "gatewaybench run --target http://127.0.0.1:5080 --users 90 --duration 30m",
        };

    /// <summary>Two scenarios with two numbers of users each, the last of them invalid.</summary>
    public static LoadResult Grid =>
        Results.Of(
            Ramp("GET /health", seconds: 5, users: 32),
            Ramp("GET /health", seconds: 5, users: 256, nanoseconds: 5_000_000),
            Ramp("POST /api/chat", seconds: 5, users: 32, nanoseconds: 3_000_000),
            Ramp("POST /api/chat", seconds: 5, users: 256, nanoseconds: 25_000_000) with
            {
                Invalid = ["steal: 4.0 % of the processors' time, at most 2.0 %; measure again"],
            }
        );

    /// <summary>The page of a result, by default of one without other runs.</summary>
    public static string Page(LoadResult result, BaselineStore? baselines = null) =>
        HtmlReport.Text(result, RunHistory.Of(result, baselines));

    public static RowResult Ramp(
        string name,
        int seconds,
        int users = 90,
        long nanoseconds = 400_000_000
    )
    {
        var quota = seconds * 2 / 3;
        var latency = Latency(nanoseconds);
        return Results.Row(name, users) with
        {
            Successes = latency.TotalCount,
            SuccessesInTime = latency.TotalCount,
            Latency = latency,
            MeasuredSeconds = seconds,
            Errors = new Dictionary<Outcome, long> { [Outcome.RateLimited] = seconds - quota },
            Samples = new Dictionary<Outcome, string> { [Outcome.RateLimited] = "HTTP 429 {}" },
            FirstErrors = [new FirstError(Outcome.RateLimited, quota, users)],
            Timeline =
            [
                .. Enumerable.Range(0, seconds).Select(s => Slice(s, seconds, quota, users)),
            ],
            Resources = [.. Enumerable.Range(0, seconds).Select(s => Resource(s, users))],
            Provider = [.. Enumerable.Range(0, seconds).Select(s => Answers(s, users))],
            Slowest =
            [
                Slow(seconds * 0.4, 9_000_000, 1_000_000, 7_500_000, Outcome.Success),
                Slow(seconds * 0.9, 4_000_000, 0, 1_000_000, Outcome.RateLimited),
                Slow(seconds * 0.5, 3_000_000, 0, null, Outcome.Success),
            ],
        };
    }

    /// <summary>With a tail, as latencies have.</summary>
    private static LongHistogram Latency(long median)
    {
        var latency = HitHistograms.NewHistogram();
        for (var i = 0; i < 20_000; i++)
        {
            latency.RecordValue((long)(median * 0.7 / Math.Sqrt(1.0001 - i / 20_000.0)));
        }
        return latency;
    }

    private static TimelineSlice Slice(int second, int of, int quota, int users)
    {
        var wave = 1 + 0.1 * Math.Sin(second / 7.0);
        var started = Math.Max(1, users * second / of);
        return new(
            second,
            1,
            (long)(12 * started * wave),
            second >= quota
                ? new Dictionary<Outcome, long> { [Outcome.RateLimited] = 1 }
                : new Dictionary<Outcome, long>(),
            started,
            400_000 * wave,
            // A single bad second, which no thinning may lose.
            second == of / 2
                ? 9_700_000
                : 2_000_000 * wave,
            9_900_000
        )
        {
            P95 = 900_000 * wave,
            Users = started,
        };
    }

    private static ResourceSlice Resource(int second, int users) =>
        new(
            second + 1,
            1,
            CpuCores: 1 + 0.3 * Math.Sin(second / 5.0),
            HeapBytes: 40_000_000 + second % 60 * 1_000_000,
            AllocatedBytesPerSecond: 30_000_000,
            GcPauseMilliseconds: second % 60 == 0 ? 12 : 0.4,
            Gen0Collections: 3,
            Gen1Collections: 1,
            Gen2Collections: 0,
            Threads: 8 + second % 3,
            QueueLength: second % 4,
            LockContentions: 0,
            InFlight: users
        );

    private static ProviderSlice Answers(int second, int users) =>
        new(
            second + 1,
            1,
            Requests: 10 * users,
            RateLimited: second % 50 == 0 ? 1 : 0,
            Tokens: 1_000,
            InFlight: users / 2,
            PlannedDelayMicroseconds: 200_000 + second % 20 * 1_000,
            ActualDelayMicroseconds: 201_000 + second % 20 * 1_000
        );

    private static SlowHit Slow(
        double second,
        double latency,
        double wait,
        double? provider,
        Outcome outcome
    ) =>
        new(
            second,
            null,
            latency,
            wait,
            provider,
            latency - wait - provider,
            provider is null ? null : 12_000,
            outcome,
            "0123456789abcdef0123456789abcdef"
        );
}
