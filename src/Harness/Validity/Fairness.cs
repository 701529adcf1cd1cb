namespace GatewayBench;

/// <summary>Whether the users of a closed loop were served alike.</summary>
internal static class Fairness
{
    /// <summary>Below this many exchanges of the median user nothing is judged.</summary>
    private const int LeastSamples = 100;

    /// <param name="exchanges">Of each user.</param>
    /// <param name="variation">Standard deviation over mean of the latencies.</param>
    /// <returns>
    /// Slowest over median, or null when the users did too little to tell unfairness from chance.
    /// </returns>
    public static double? Of(long[] exchanges, double variation)
    {
        if (exchanges.Length == 0)
        {
            return null;
        }
        long[] sorted = [.. exchanges.Order()];
        var median = sorted[sorted.Length / 2];
        return median < SamplesNeeded(sorted.Length, variation) ? null : (double)sorted[0] / median;
    }

    /// <summary>
    /// A renewal process counts n exchanges with a standard deviation of variation * sqrt(n), and
    /// the lowest of N normal draws lies about sqrt(2 ln N) deviations below the mean. The count must
    /// be large enough for that to stay above <see cref="GateLimits.Fairness"/>.
    /// </summary>
    private static double SamplesNeeded(int users, double variation)
    {
        var shortfall = Math.Sqrt(2 * Math.Log(users)) * variation / (1 - GateLimits.Fairness);
        return double.IsFinite(shortfall)
            ? Math.Max(LeastSamples, shortfall * shortfall)
            : LeastSamples;
    }
}
