namespace GatewayBench;

/// <summary>What a comparison can find at all, to be told before it starts.</summary>
internal static class SmallestLoss
{
    private const int Comparisons = 2_000;
    private const ulong Seed = 8;

    /// <summary>Nothing needs to be known better, where sigma is next to none.</summary>
    private const double Resolution = 1e-6;

    /// <summary>
    /// The smallest change for the worse that ends as <see cref="Verdict.Regressed"/> this often, by
    /// simulation of 2,000 comparisons and to a hundredth of sigma or a millionth. Noise is taken as normal, with
    /// the sigma that was measured: with the same sigma and some outliers, ranks find more.
    /// </summary>
    /// <param name="rule">Ends the comparison; its looks say how many pairs there is time for.</param>
    /// <param name="metric">What is compared.</param>
    /// <param name="sigma">The standard deviation of ln(B / A) over pairs; from 0, finite.</param>
    /// <param name="power">How often it has to be found: between 0 and 1.</param>
    /// <returns>As a share of A's figure; null if not even four sigma, or half of it, would be found.</returns>
    public static double? Of(
        VerdictRule rule,
        PairedMetric metric,
        double sigma,
        double power = 0.95
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sigma);
        var noise = new PairNoise(sigma);
        var (missed, found) = (
            metric.Tolerance,
            Math.Min(0.5, metric.Tolerance + 4 * sigma + Resolution)
        );
        if (!IsFound(found))
        {
            return null;
        }
        while (found - missed > Math.Max(sigma / 100, Resolution))
        {
            var middle = (missed + found) / 2;
            (missed, found) = IsFound(middle) ? (missed, middle) : (middle, found);
        }
        return found;

        bool IsFound(double loss)
        {
            var ratio = Math.Exp(metric.Gain(metric.GainOfLoss(loss)));
            return VerdictShares
                    .Of(noise.Simulate(rule, metric, ratio, Comparisons, Seed))
                    .Regressed >= power;
        }
    }
}
