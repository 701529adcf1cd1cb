using MathNet.Numerics.Distributions;

namespace GatewayBench;

/// <summary>How likely chance is to bring about as much or more: of independent requests that each do so with a known share.</summary>
internal static class BinomialTail
{
    /// <param name="share">0 to 1.</param>
    /// <param name="all">How many there were.</param>
    /// <param name="counted">How many of them did.</param>
    /// <returns>The probability of so many or more, 0 to 1.</returns>
    public static double AtLeast(double share, int all, int counted) =>
        counted <= 0 ? 1 : 1 - Binomial.CDF(share, all, counted - 1);

    /// <returns>The probability of so many or fewer, likewise.</returns>
    public static double AtMost(double share, int all, int counted) =>
        Binomial.CDF(share, all, counted);
}
