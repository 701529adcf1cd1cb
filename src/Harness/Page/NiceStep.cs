namespace GatewayBench;

/// <summary>Steps between ticks that people count in.</summary>
internal static class NiceStep
{
    private const double Day = 86_400;

    private static readonly double[] ClockSteps =
    [
        0.1,
        0.2,
        0.5,
        1,
        2,
        5,
        10,
        15,
        30,
        60,
        120,
        300,
        600,
        900,
        1_800,
        3_600,
        7_200,
        14_400,
        43_200,
        Day,
    ];

    /// <summary>1, 2 or 5 times a power of ten.</summary>
    /// <param name="range">What is divided.</param>
    /// <param name="atMost">The most steps.</param>
    public static double Of(double range, int atMost)
    {
        var least = (range > 0 ? range : 1) / atMost;
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        double[] factors = [1, 2, 5];
        return factors
            .Select(factor => factor * power)
            .Append(10 * power)
            .First(s => s >= least * 0.999999);
    }

    /// <summary>Parts and multiples of minutes and hours.</summary>
    /// <inheritdoc cref="Of"/>
    public static double OfSeconds(double range, int atMost)
    {
        var step = ClockSteps.FirstOrDefault(step => step * atMost >= range);
        return step > 0 ? step : Of(range / Day, atMost) * Day;
    }
}
