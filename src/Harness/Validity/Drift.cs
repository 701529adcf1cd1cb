namespace GatewayBench;

/// <summary>
/// How far a steady load's last third is from its first: whether one figure may stand for the
/// whole of the measured time.
/// </summary>
internal static class Drift
{
    /// <summary>Two in each third; with fewer, a third is one slice's luck.</summary>
    public const int LeastSlices = 6;

    /// <summary>Slices with hits that a third must have for the spread of service times to be known.</summary>
    public const int LeastServiceSlices = 4;

    /// <summary>The share of failures from which on their rate could be taken for a drift.</summary>
    private const double MostFailures = 0.01;

    /// <summary>A difference is beyond chance from here on: once in 370 noisy runs.</summary>
    private const double StandardErrors = 3;

    /// <summary>
    /// Whether failures are few enough for a difference to be the successes': those of a target
    /// that is gone come in a thousand times as fast.
    /// </summary>
    public static bool IsOfSuccesses(long successes, long failures) =>
        failures <= MostFailures * (successes + failures);

    /// <summary>Of the rate: for closed loads, where a slower target is asked less.</summary>
    /// <param name="slices">The measured time, in order.</param>
    /// <param name="users">
    /// Of the closed loop. Users that answer together fall into a third all or none, so a
    /// difference of one exchange of each is chance too.
    /// </param>
    /// <returns>
    /// Last third over first; null with too few slices or hits to tell a failing figure from chance.
    /// </returns>
    public static double? OfRate(IReadOnlyList<Slice> slices, int users)
    {
        if (slices.Count < LeastSlices)
        {
            return null;
        }
        var (first, last) = (Slice.Sum(First(slices)), Slice.Sum(Last(slices)));
        if (first.Hits == 0 || first.Seconds <= 0 || last.Seconds <= 0)
        {
            return null;
        }
        var scale = last.Seconds / first.Seconds;
        var expected = first.Hits * scale;
        // Poisson: a count's variance is the count, and scaling it scales its deviation.
        var error = Math.Sqrt(last.Hits + first.Hits * scale * scale);
        return Judged(
            last.Hits / expected,
            last.Hits - expected,
            Math.Max(StandardErrors * error, users)
        );
    }

    /// <summary>Of the mean service time: for steady open loads, whose rate is given.</summary>
    /// <param name="slices">The measured time, in order; those without hits say nothing.</param>
    /// <returns>
    /// Last third over first; null with too few slices with hits, or where the slices' spread
    /// alone could make a failing figure.
    /// </returns>
    public static double? OfServiceTime(IReadOnlyList<Slice> slices)
    {
        double[] first = [.. MeanServices(First(slices))];
        double[] last = [.. MeanServices(Last(slices))];
        if (Math.Min(first.Length, last.Length) < LeastServiceSlices)
        {
            return null;
        }
        var (before, after) = (first.Average(), last.Average());
        var error = Math.Sqrt(Variance(first) / first.Length + Variance(last) / last.Length);
        return before > 0 ? Judged(after / before, after - before, StandardErrors * error) : null;
    }

    private static double? Judged(double ratio, double difference, double chance) =>
        Math.Abs(ratio - 1) > GateLimits.DriftTolerance && Math.Abs(difference) <= chance
            ? null
            : ratio;

    private static IEnumerable<Slice> First(IReadOnlyList<Slice> slices) =>
        slices.Take(slices.Count / 3);

    private static IEnumerable<Slice> Last(IReadOnlyList<Slice> slices) =>
        slices.Skip(slices.Count - slices.Count / 3);

    private static IEnumerable<double> MeanServices(IEnumerable<Slice> slices) =>
        slices.Where(slice => slice.Hits > 0).Select(slice => slice.MeanService);

    private static double Variance(double[] values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
    }
}
