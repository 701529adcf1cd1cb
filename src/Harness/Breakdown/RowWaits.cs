namespace GatewayBench;

/// <summary>
/// What is known of a row's waits by the second only: means over all of its exchanges, which can't be
/// told apart by it. The first two lie within the gateway's share of a latency, or beside the
/// provider's where calls overlap; pauses lie within all shares.
/// </summary>
/// <param name="ConnectionMicroseconds">
/// Waiting for a connection to another server, by <c>http.client.request.time_in_queue</c>; null where
/// nobody tells.
/// </param>
/// <param name="StoreMicroseconds">
/// Waiting for a connection to the store, by <c>db.client.connection.wait_time</c>; null where nobody tells.
/// </param>
/// <param name="GcPauseShare">
/// Of the measured time, 0 to 1: while the garbage collector held the gateway's process up; null where
/// nobody tells of it.
/// </param>
public sealed record RowWaits(
    double? ConnectionMicroseconds,
    double? StoreMicroseconds,
    double? GcPauseShare
)
{
    private const string Connection = "http.client.request.time_in_queue";
    private const string Store = "db.client.connection.wait_time";

    /// <summary>Seconds in each second, which a page of a gateway elsewhere may tell.</summary>
    private const string Pauses = "dotnet.gc.pause.time";

    /// <summary>Of the same meter as <see cref="Connection"/>, which is silent while nobody waits.</summary>
    private const string Requests = "http.client.request.duration";

    /// <param name="timeline">What ended.</param>
    /// <param name="series">What was watched.</param>
    /// <param name="resources">Of the process that the gateway is in; empty where nobody tells.</param>
    /// <returns>Null where nothing is known.</returns>
    internal static RowWaits? Of(
        IReadOnlyList<TimelineSlice> timeline,
        IReadOnlyList<WatchedSeries> series,
        IReadOnlyList<ResourceSlice> resources
    )
    {
        var seconds = resources.Sum(slice => slice.Seconds);
        var waits = new RowWaits(
            PerExchange(Connection, timeline, series, silent: Requests),
            PerExchange(Store, timeline, series, silent: Store),
            seconds > 0
                ? resources.Sum(slice => slice.GcPauseMilliseconds) / 1_000 / seconds
                : Told(timeline, Matching(Pauses, "rate", series))
        );
        return waits == new RowWaits(null, null, null) ? null : waits;
    }

    /// <summary>All of it, over all exchanges that ended in the slices that are known.</summary>
    /// <param name="instrument">The wait.</param>
    /// <param name="timeline">What ended.</param>
    /// <param name="series">What was watched.</param>
    /// <param name="silent">What tells that nobody waits, where it is told and the wait is not.</param>
    private static double? PerExchange(
        string instrument,
        IReadOnlyList<TimelineSlice> timeline,
        IReadOnlyList<WatchedSeries> series,
        string silent
    )
    {
        var rates = Matching(instrument, "rate", series);
        var means = Matching(instrument, "mean", series);
        var witnesses = Matching(silent, "mean", series);
        var (spent, exchanges, isKnown) = (0.0, 0L, false);
        for (var i = 0; i < timeline.Count; i++)
        {
            if (!rates.Concat(witnesses).Any(one => At(one, i) is not null))
            {
                continue;
            }
            isKnown = true;
            exchanges += timeline[i].Successes + timeline[i].Errors.Values.Sum();
            foreach (var (rate, mean) in Pairs(rates, means))
            {
                var waits = (At(rate, i) ?? 0) * timeline[i].Seconds;
                if (waits > 0 && (mean is null || At(mean, i) is null))
                {
                    // A scrape tells how often, and not how long.
                    return null;
                }
                spent += waits > 0 ? waits * At(mean!, i)!.Value : 0;
            }
        }
        return isKnown && exchanges > 0 ? spent / exchanges * 1e6 : null;
    }

    /// <summary>The mean of a rate over the time in which it is known.</summary>
    private static double? Told(IReadOnlyList<TimelineSlice> timeline, WatchedSeries[] rates)
    {
        var known = (
            from rate in rates
            from slice in timeline.Select((slice, i) => (slice.Seconds, Rate: At(rate, i)))
            where slice.Rate is not null
            select slice
        ).ToList();
        return known.Count == 0
            ? null
            : known.Sum(slice => slice.Rate!.Value * slice.Seconds)
                / known.Sum(slice => slice.Seconds);
    }

    private static WatchedSeries[] Matching(
        string name,
        string kind,
        IReadOnlyList<WatchedSeries> series
    ) => [.. series.Where(new SeriesPattern(name, kind).Matches)];

    /// <summary>Those of the same tags from the same source.</summary>
    private static IEnumerable<(WatchedSeries Rate, WatchedSeries? Mean)> Pairs(
        WatchedSeries[] rates,
        WatchedSeries[] means
    ) =>
        rates.Select(rate =>
            (
                rate,
                Array.Find(
                    means,
                    mean =>
                        mean.Source == rate.Source
                        && mean.Name[..mean.Name.LastIndexOf('.')]
                            == rate.Name[..rate.Name.LastIndexOf('.')]
                )
            )
        );

    private static double? At(WatchedSeries series, int slice) =>
        series.Values.ElementAtOrDefault(slice);
}
