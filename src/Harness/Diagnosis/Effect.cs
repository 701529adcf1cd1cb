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

    /// <summary>Successes that a slice must have for its p99 to be more than its slowest one.</summary>
    private const int LeastOfTail = 100;

    /// <summary>Medians of fewer slices are chance.</summary>
    private const int Least = 3;

    /// <summary>Failures, longer waits, or less that is done.</summary>
    /// <returns>In words; null for none.</returns>
    public static string? Any(Symptom symptom) =>
        Of(
            symptom,
            (row, before, after) =>
                Failed(row, before, after)
                ?? Slower("p50", slice => slice.P50, before, after)?.ToString()
                ?? Slower("p99", Tail, before, after)?.ToString()
                ?? Throughput(before, after)
        );

    /// <summary>Of fewer, the 99th percentile is their maximum: one that was slow.</summary>
    private static double? Tail(TimelineSlice slice) =>
        slice.Successes >= LeastOfTail ? slice.P99 : null;

    /// <summary>Failures that were not expected.</summary>
    /// <returns>Likewise.</returns>
    public static string? Failures(Symptom symptom) => Of(symptom, Failed);

    /// <summary>Longer waits, of which the p50 tells.</summary>
    /// <param name="symptom">Behind which they are looked for.</param>
    /// <param name="factor">How many times as long.</param>
    /// <returns>Null for none.</returns>
    public static Slowdown? Slowdown(Symptom symptom, double factor = LatencyFactor) =>
        Of(symptom, (_, before, after) => Slower("p50", slice => slice.P50, before, after, factor));

    /// <summary>In the slices right behind the onset, else in all that follow.</summary>
    private static T? Of<T>(
        Symptom symptom,
        Func<RowResult, TimelineSlice[], TimelineSlice[], T?> between
    )
        where T : class
    {
        var row = symptom.Row;
        TimelineSlice[] before = [.. row.Timeline.Take(symptom.Onset.Slice)];
        TimelineSlice[] after = [.. row.Timeline.Skip(symptom.Onset.Slice)];
        return between(row, before, [.. after.Take(Near)]) ?? between(row, before, after);
    }

    private static string? Failed(RowResult row, TimelineSlice[] before, TimelineSlice[] after)
    {
        // What is counted here may begin a slice before it is seen to: its failures are no normal ones.
        var errorsBefore =
            Median.OfKnown(before.Select(slice => (double?)Errors(row, [slice]))) ?? 0;
        var errors = Errors(row, after);
        var most = before.Length < Least ? ErrorShareFromStart : ErrorShare + 2 * errorsBefore;
        return errors >= most
            ? $"{Units.Percent(errors)} errors, {Units.Percent(errorsBefore)} before"
            : null;
    }

    private static double Errors(RowResult row, TimelineSlice[] slices)
    {
        var failed = slices.Sum(slice =>
            slice.Errors.Where(error => !row.Expected.Contains(error.Key)).Sum(error => error.Value)
        );
        var all = slices.Sum(slice => slice.Successes) + failed;
        return all == 0 ? 0 : (double)failed / all;
    }

    private static Slowdown? Slower(
        string name,
        Func<TimelineSlice, double?> of,
        TimelineSlice[] before,
        TimelineSlice[] after,
        double factor = LatencyFactor
    )
    {
        (before, after) = Apart(before, after);
        return
            after.Count(slice => of(slice) is not null) >= Least
            && Median.OfKnown(before.Select(of)) is { } was
            && Median.OfKnown(after.Select(of)) is { } now
            && now >= factor * was
            ? new Slowdown(name, was, now, before.Length, after.Length)
            : null;
    }

    /// <summary>Only where no users had left: fewer of them are served less.</summary>
    private static string? Throughput(TimelineSlice[] before, TimelineSlice[] after)
    {
        (before, after) = Apart(before, after);
        if (after.Length < Least)
        {
            return null;
        }
        var (was, now) = (Rate(before), Rate(after));
        return now <= ThroughputFactor * was && Load(after) >= Load(before)
            ? $"{Units.Count(now)} OK/s, {Units.Count(was)} before"
            : null;
    }

    /// <summary>What sets in early is compared with the first slices, which hides a little of it.</summary>
    private static (TimelineSlice[] Before, TimelineSlice[] After) Apart(
        TimelineSlice[] before,
        TimelineSlice[] after
    )
    {
        var missing = Math.Max(0, Least - before.Length);
        return ([.. before, .. after.Take(missing)], [.. after.Skip(missing)]);
    }

    private static double Rate(TimelineSlice[] slices) =>
        Median.Of([.. slices.Select(slice => slice.Successes / slice.Seconds)]);

    private static double Load(TimelineSlice[] slices) =>
        Median.Of([.. slices.Select(slice => (double)(slice.Users ?? slice.InFlight))]);
}
