namespace GatewayBench;

/// <summary>What callers got of something that set in: without an effect, nothing is named.</summary>
internal static class Effect
{
    /// <summary>Slices right behind an onset in which what it did must show, if the whole rest does not.</summary>
    private const int Near = 10;

    /// <summary>Failures, of all exchanges, that are more than an accident.</summary>
    private const double ErrorShare = 0.01;

    /// <summary>The same where nothing is known of before.</summary>
    private const double ErrorShareFromStart = 0.05;

    private const double LatencyFactor = 1.5;
    private const double ThroughputFactor = 0.8;

    /// <summary>Medians of fewer slices are chance.</summary>
    private const int Least = 3;

    /// <param name="row">Whose timeline.</param>
    /// <param name="onset">The slice from which on something is to have changed.</param>
    /// <returns>In words; null for none.</returns>
    public static string? After(RowResult row, int onset)
    {
        TimelineSlice[] before = [.. row.Timeline.Take(onset)];
        TimelineSlice[] after = [.. row.Timeline.Skip(onset)];
        return Between(row, before, [.. after.Take(Near)]) ?? Between(row, before, after);
    }

    private static string? Between(RowResult row, TimelineSlice[] before, TimelineSlice[] after)
    {
        var (errorsBefore, errors) = (Errors(row, before), Errors(row, after));
        if (errors >= (before.Length < Least ? ErrorShareFromStart : ErrorShare + 2 * errorsBefore))
        {
            return $"{Units.Percent(errors)} errors, {Units.Percent(errorsBefore)} before";
        }
        if (before.Length < Least || after.Length < Least)
        {
            return null;
        }
        return Latency("p50", slice => slice.P50, before, after)
            ?? Latency("p99", slice => slice.P99, before, after)
            ?? Throughput(before, after);
    }

    private static double Errors(RowResult row, TimelineSlice[] slices)
    {
        var failed = slices.Sum(slice =>
            slice.Errors.Where(error => !row.Expected.Contains(error.Key)).Sum(error => error.Value)
        );
        var all = slices.Sum(slice => slice.Successes) + failed;
        return all == 0 ? 0 : (double)failed / all;
    }

    private static string? Latency(
        string name,
        Func<TimelineSlice, double?> of,
        TimelineSlice[] before,
        TimelineSlice[] after
    ) =>
        Median.OfKnown(before.Select(of)) is { } was
        && Median.OfKnown(after.Select(of)) is { } now
        && now >= LatencyFactor * was
            ? $"{name} {Time(now)}, {Time(was)} before"
            : null;

    /// <summary>Only where no users had left: fewer of them are served less.</summary>
    private static string? Throughput(TimelineSlice[] before, TimelineSlice[] after)
    {
        var (was, now) = (Rate(before), Rate(after));
        return now <= ThroughputFactor * was && Load(after) >= Load(before)
            ? $"{Units.Count(now)} OK/s, {Units.Count(was)} before"
            : null;
    }

    private static double Rate(TimelineSlice[] slices) =>
        Median.Of([.. slices.Select(slice => slice.Successes / slice.Seconds)]);

    private static double Load(TimelineSlice[] slices) =>
        Median.Of([.. slices.Select(slice => (double)(slice.Users ?? slice.InFlight))]);

    private static string Time(double microseconds) =>
        Units.Time(TimeSpan.FromMicroseconds(microseconds));
}
