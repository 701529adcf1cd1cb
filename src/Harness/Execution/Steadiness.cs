namespace GatewayBench;

/// <summary>Whether a series stands still, and since when.</summary>
internal static class Steadiness
{
    /// <summary>A smaller change is not worth waiting for.</summary>
    public const double Tolerance = 0.10;

    /// <summary>How likely chance may be to explain what is taken for a change.</summary>
    private const double Significance = 0.05;

    /// <summary>
    /// The two-sided 10 % of a normal distribution: a trend that is missed once ends the warm-up,
    /// one that is seen by mistake only prolongs it by a slice or two.
    /// </summary>
    private const double StandardErrors = 1.645;

    /// <summary>
    /// The values before the last change point: the series is split where it most likely changed,
    /// as long as a change is beyond chance and of more than a tenth, and what follows is looked
    /// at again.
    /// </summary>
    public static int ValuesBeforeLastChange(ReadOnlySpan<double> series)
    {
        var start = 0;
        while (series.Length - start > 1)
        {
            var rest = series[start..];
            var test = PettittTest.Of(rest);
            if (
                test.Chance >= Significance
                || !Differ(Median.Of(rest[..test.Split]), Median.Of(rest[test.Split..]))
            )
            {
                break;
            }
            start += test.Split;
        }
        return start;
    }

    /// <summary>
    /// Whether the series moves one way beyond chance, so that going on like that for as long
    /// again it would have changed by more than a tenth. It is steps that a change point finds:
    /// a slope can stay below its tolerance in every stretch that is looked at.
    /// </summary>
    public static bool HasTrend(ReadOnlySpan<double> series)
    {
        var trend = Trend.Of(series);
        var change = Math.Abs(trend.Slope) * 2 * series.Length;
        return trend.StandardErrors > StandardErrors && change > Tolerance * Median.Of(series);
    }

    private static bool Differ(double before, double after) =>
        Math.Abs(after - before) > Tolerance * Math.Min(before, after);
}
