namespace GatewayBench;

/// <summary>What a run came to with one value of what is varied.</summary>
internal sealed record SweepFigures
{
    /// <summary>Successes per second.</summary>
    public required double Rate { get; init; }

    /// <summary>Of all exchanges, those that failed and were not expected to: 0 to 1.</summary>
    public required double Errors { get; init; }

    /// <summary>Of the successes, in microseconds; of several rows, the longest one. Null without any.</summary>
    public double? P99Microseconds { get; init; }

    /// <summary>Requests to the provider for each exchange; null without a provider of ours.</summary>
    public double? Attempts { get; init; }

    /// <summary>Seconds, of those that were measured, in which a circuit breaker was not closed; null where none was seen.</summary>
    public double? BreakerOpenSeconds { get; init; }

    /// <summary>Seconds in which at least one exchange in twenty failed.</summary>
    public required double FailingSeconds { get; init; }

    /// <summary>SLOs that were held.</summary>
    public required int Held { get; init; }

    /// <summary>SLOs that were judged.</summary>
    public required int Slos { get; init; }

    private const double Failing = 0.05;

    public static SweepFigures Of(IReadOnlyList<RowResult> rows)
    {
        var requests = (double)rows.Sum(row => row.Requests);
        var verdicts = rows.SelectMany(row => row.Slos.Select(row.VerdictOn)).ToArray();
        var p99 = rows.Where(row => row.Successes > 0)
            .Select(row => row.Latency.GetValueAtPercentile(99) / 1e3)
            .ToArray();
        var open = rows.SelectMany(row => row.Breakers.Select(story => Open(story, row)));
        return new SweepFigures
        {
            Rate = rows.Sum(row => row.Successes) / rows.Sum(row => row.MeasuredSeconds),
            Errors = requests == 0 ? 0 : rows.Sum(row => row.UnexpectedErrors) / requests,
            P99Microseconds = p99.Length > 0 ? p99.Max() : null,
            Attempts =
                requests > 0 && rows.All(row => row.Provider.Count > 0)
                    ? rows.SelectMany(row => row.Provider).Sum(slice => slice.Requests) / requests
                    : null,
            BreakerOpenSeconds = rows.Any(row => row.Breakers.Count > 0) ? open.Sum() : null,
            FailingSeconds = rows.Sum(row =>
                row.Timeline.Where(slice => IsFailing(slice, row)).Sum(slice => slice.Seconds)
            ),
            Held = verdicts.Count(verdict => verdict == SloVerdict.Pass),
            Slos = verdicts.Count(verdict => verdict is SloVerdict.Pass or SloVerdict.Fail),
        };
    }

    /// <summary>From each opening to the closing after it: while it lets one try, all others are refused.</summary>
    private static double Open(BreakerStory story, RowResult row)
    {
        var (seconds, since) = (0.0, (double?)null);
        foreach (var change in story.Changes)
        {
            if (change.To == BreakerStory.Closed)
            {
                seconds += change.Second - (since ?? change.Second);
                since = null;
            }
            else
            {
                since ??= change.Second;
            }
        }
        return seconds + (since is { } still ? Math.Max(0, row.MeasuredSeconds - still) : 0);
    }

    private static bool IsFailing(TimelineSlice slice, RowResult row)
    {
        var failed = slice
            .Errors.Where(error => !row.Expected.Contains(error.Key))
            .Sum(error => error.Value);
        return failed > 0 && failed >= Failing * (slice.Successes + slice.Errors.Values.Sum());
    }
}
