namespace GatewayBench;

/// <summary>Where a signal left its normal for good, or at least for long enough to matter.</summary>
/// <param name="Slice">The first slice beyond the limit.</param>
/// <param name="Normal">Its median before; null where it was beyond the limit from the start.</param>
/// <param name="Value">Its median from there on, over as many slices as it had to hold for.</param>
/// <param name="Limit">What it had to reach.</param>
internal sealed record Onset(int Slice, double? Normal, double Value, double Limit)
{
    /// <summary>Slices at the start that say what is normal: a quarter, but no more than this.</summary>
    private const int MostNormal = 10;

    private const int LeastNormal = 3;

    /// <summary>Fewer values lie on a line by chance.</summary>
    private const int LeastForTrend = 5;

    /// <summary>A normal signal strays as far as this once in some hundred million slices, if its noise about its trend is Gaussian.</summary>
    private const double Deviations = 6;

    /// <summary>Turns the median absolute deviation into a standard deviation of Gaussian noise.</summary>
    private const double MadToSigma = 1.4826;

    /// <summary>Of this many slices in a row, all but one must be beyond the limit.</summary>
    public const int Window = 4;

    /// <summary>Of so many slices: with longer gaps nobody knows when it was that the signal left.</summary>
    private const int Span = 3 * Window;

    /// <param name="values">The signal; slices where it isn't known say nothing.</param>
    /// <param name="floor">Below it nothing is abnormal, however steady it was.</param>
    /// <param name="factor">How many times the normal it must be.</param>
    /// <param name="isNoisy">Whether it strays from its normal by chance.</param>
    /// <returns>Null if it never left, or with too few known slices to tell.</returns>
    public static Onset? Of(
        IReadOnlyList<double?> values,
        double floor,
        double factor,
        bool isNoisy = true
    )
    {
        var known = values
            .Select((value, i) => (Value: value, Slice: i))
            .Where(at => at.Value is not null)
            .Select(at => (Value: at.Value!.Value, at.Slice))
            .ToArray();
        if (known.Length < Window)
        {
            return null;
        }
        var first = First(values);
        var median = Median.Of(first);
        var fromStart = median >= floor && factor <= 1;
        var limit = fromStart
            ? floor
            : Math.Max(
                floor,
                Math.Max(
                    factor * median,
                    isNoisy ? median + Deviations * MadToSigma * Spread(first) : 0
                )
            );
        for (var i = 0; i + Window <= known.Length; i++)
        {
            var window = known.AsSpan(i, Window).ToArray();
            if (
                window[0].Value >= limit
                && window.Count(at => at.Value >= limit) >= Window - 1
                && window[^1].Slice - window[0].Slice < Span
            )
            {
                var value = Median.Of([.. window.Select(at => at.Value)]);
                return new Onset(window[0].Slice, fromStart ? null : median, value, limit);
            }
        }
        return null;
    }

    /// <summary>The known values that say what is normal.</summary>
    public static double[] First(IReadOnlyList<double?> values)
    {
        double[] known = [.. values.OfType<double>()];
        return known[
            ..Math.Min(known.Length, Math.Clamp(known.Length / 4, LeastNormal, MostNormal))
        ];
    }

    /// <summary>
    /// About the median, or about a line if that is less: what moves steadily, as all does while users
    /// become more, is not noisy.
    /// </summary>
    private static double Spread(double[] values)
    {
        if (values.Length < LeastForTrend)
        {
            return Strays(values);
        }
        var slope = Trend.Of(values).Slope;
        return Math.Min(
            Strays(values),
            Strays([.. values.Select((value, i) => value - slope * i)])
        );
    }

    private static double Strays(double[] values)
    {
        var median = Median.Of(values);
        return Median.Of([.. values.Select(value => Math.Abs(value - median))]);
    }
}
