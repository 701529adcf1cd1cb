namespace GatewayBench.Tests.Merging;

/// <summary>What one generator, or all of them as one, tell of hits beside their counts and histograms.</summary>
internal sealed class SeenHits
{
    private const double Second = 1e9;
    private const double Microsecond = 1e3;
    private const int Seconds = 30;
    private const int Kept = 10;

    private readonly List<(Hit Hit, int Number)> _hits = [];

    /// <param name="hit">Timed in nanoseconds from the start of the measured time.</param>
    /// <param name="number">Which of all it is.</param>
    public void Add(Hit hit, int number) => _hits.Add((hit, number));

    /// <summary>A row with its slices, first errors, slowest exchanges, resources and provider.</summary>
    public RowResult In(RowResult row, int users)
    {
        TimelineSlice[] timeline =
        [
            .. Enumerable.Range(0, Seconds).Select(second => Slice(second, users)),
        ];
        return row with
        {
            Timeline = timeline,
            FirstErrors =
            [
                .. _hits
                    .Select(one => one.Hit)
                    .Where(hit => hit.Outcome != Outcome.Success)
                    .OrderBy(hit => hit.Intended)
                    .DistinctBy(hit => hit.Outcome)
                    .Select(hit => new FirstError(hit.Outcome, hit.Intended / Second, users)),
            ],
            Slowest =
            [
                .. _hits
                    .OrderByDescending(one => one.Hit.Ended - one.Hit.Intended)
                    .Take(Kept)
                    .Select(Slow),
            ],
            Resources =
            [
                .. timeline.Select(slice => new ResourceSlice(
                    slice.From + 1,
                    1,
                    CpuCores: slice.Successes,
                    HeapBytes: slice.Successes,
                    AllocatedBytesPerSecond: slice.Successes,
                    GcPauseMilliseconds: slice.Successes,
                    Gen0Collections: (int)slice.Successes,
                    Gen1Collections: (int)slice.Successes,
                    Gen2Collections: (int)slice.Successes,
                    Threads: (int)slice.Successes,
                    QueueLength: slice.Successes,
                    LockContentions: slice.Successes,
                    InFlight: users
                )),
            ],
            Provider =
            [
                .. timeline.Select(slice => new ProviderSlice(
                    slice.From + 1,
                    1,
                    Requests: slice.Successes,
                    RateLimited: slice.Errors.GetValueOrDefault(Outcome.RateLimited),
                    Tokens: 3 * slice.Successes,
                    InFlight: users,
                    PlannedDelayMicroseconds: null,
                    ActualDelayMicroseconds: null
                )),
            ],
        };
    }

    private TimelineSlice Slice(int second, int users)
    {
        Hit[] ended =
        [
            .. _hits.Select(one => one.Hit).Where(hit => (int)(hit.Ended / Second) == second),
        ];
        Hit[] good = [.. ended.Where(hit => hit.Outcome == Outcome.Success)];
        return new(
            second,
            1,
            good.Length,
            ended
                .Except(good)
                .CountBy(hit => hit.Outcome)
                .ToDictionary(e => e.Key, e => (long)e.Value),
            users,
            null,
            null,
            good.Length > 0 ? good.Max(hit => (hit.Ended - hit.Intended) / Microsecond) : null
        )
        {
            Users = users,
        };
    }

    private static SlowHit Slow((Hit Hit, int Number) one) =>
        new(
            one.Hit.Intended / Second,
            null,
            (one.Hit.Ended - one.Hit.Intended) / Microsecond,
            (one.Hit.Sent - one.Hit.Intended) / Microsecond,
            null,
            null,
            null,
            one.Hit.Outcome,
            $"{one.Number:x32}"
        );
}
