namespace GatewayBench;

/// <summary>Whether the users of a closed loop were served alike.</summary>
internal static class Fairness
{
    /// <summary>The least share of the median user's exchanges that the slowest user must have done.</summary>
    public const double Least = 0.8;

    /// <summary>Below this many exchanges of the median user, chance alone makes users differ.</summary>
    public const int SamplesNeeded = 100;

    /// <returns>Slowest over median, or null when the users did too little to tell.</returns>
    public static double? Of(IEnumerable<long> exchangesPerUser)
    {
        long[] sorted = [.. exchangesPerUser.Order()];
        var median = sorted.Length == 0 ? 0 : sorted[sorted.Length / 2];
        return median < SamplesNeeded ? null : (double)sorted[0] / median;
    }
}
