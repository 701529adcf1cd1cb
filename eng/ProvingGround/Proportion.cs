using System.Globalization;
using MathNet.Numerics.Distributions;

namespace GatewayBench.ProvingGround;

/// <summary>So many of all, with what that leaves open.</summary>
internal static class Proportion
{
    private const double Confidence = 0.95;

    /// <summary>The exact interval of a binomial share (Clopper and Pearson, Biometrika 1934), 0 to 1.</summary>
    public static (double Least, double Most) Interval(int count, int all)
    {
        var tail = (1 - Confidence) / 2;
        return (
            count == 0 ? 0 : Beta.InvCDF(count, all - count + 1, tail),
            count == all ? 1 : Beta.InvCDF(count + 1, all - count, 1 - tail)
        );
    }

    public static string Text(int count, int all)
    {
        var (least, most) = Interval(count, all);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{count} of {all}, which leaves {100 * least:0.0} % to {100 * most:0.0} % open"
        );
    }
}
