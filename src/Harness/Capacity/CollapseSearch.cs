namespace GatewayBench;

/// <summary>Finds from how many users on less gets done than with fewer, and how sure that is.</summary>
internal static class CollapseSearch
{
    /// <summary>Of the peak: the same share as <see cref="Effect"/> takes for a loss of throughput.</summary>
    private const double Share = 0.8;

    /// <summary>
    /// So many slices in a row on one side are by chance there once in 32, if as many should be on either
    /// side: a sign test, which asks nothing of the noise's distribution.
    /// </summary>
    private const int Sure = 5;

    /// <param name="points">In the order of time, their users never fewer.</param>
    /// <returns>Null where less was not done for long enough to be sure of it.</returns>
    public static Collapse? Of(IReadOnlyList<CapacityPoint> points)
    {
        double[] rates = [.. Smooth(points)];
        var peak = Array.IndexOf(rates, rates.Max());
        var limit = Share * rates[peak];
        var from = Array.FindLastIndex(rates, rate => rate >= limit) + 1;
        if (
            from == points.Count
            || points[from].Users <= points[peak].Users
            || RunFrom(points, from, limit) is not { } below
        )
        {
            return null;
        }
        return new Collapse(
            points[from].Users,
            RunBefore(points, from, limit) is { } near ? points[near].Users : 0,
            points[below + Sure - 1].Users,
            rates[peak],
            Median.Of([.. points.Skip(from).Select(point => point.Rate)])
        );
    }

    /// <summary>By the median of three: no peak of one slice, and no hole.</summary>
    private static IEnumerable<double> Smooth(IReadOnlyList<CapacityPoint> points) =>
        points.Select(
            (point, i) =>
                i == 0 || i == points.Count - 1
                    ? point.Rate
                    : Median.Of([points[i - 1].Rate, point.Rate, points[i + 1].Rate])
        );

    /// <summary>The first run of slices below; it had begun by the run's end.</summary>
    private static int? RunFrom(IReadOnlyList<CapacityPoint> points, int from, double limit)
    {
        for (var i = from; i + Sure <= points.Count; i++)
        {
            if (points.Skip(i).Take(Sure).All(point => point.Rate < limit))
            {
                return i;
            }
        }
        return null;
    }

    /// <summary>The last run of slices that are not; it had not yet begun at the run's start.</summary>
    private static int? RunBefore(IReadOnlyList<CapacityPoint> points, int before, double limit)
    {
        for (var i = before - Sure; i >= 0; i--)
        {
            if (points.Skip(i).Take(Sure).All(point => point.Rate >= limit))
            {
                return i;
            }
        }
        return null;
    }
}
