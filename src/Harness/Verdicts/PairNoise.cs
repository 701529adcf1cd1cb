namespace GatewayBench;

/// <summary>How pairs scatter around the true ratio, for simulated comparisons: ln(B / A) is normal.</summary>
/// <param name="Sigma">The standard deviation of ln(B / A) for most pairs; from 0.</param>
/// <param name="OutlierShare">How many pairs scatter further: 0 to 1.</param>
/// <param name="OutlierFactor">How many times as far these do.</param>
internal sealed record PairNoise(double Sigma, double OutlierShare = 0, double OutlierFactor = 5)
{
    /// <summary>
    /// Simulates comparisons. Those of one seed are the same but for ratio and sigma, whose effect
    /// then isn't hidden by the luck of the draw.
    /// </summary>
    /// <param name="rule">Ends each of them.</param>
    /// <param name="metric">What is compared.</param>
    /// <param name="ratio">What B's figure truly is of A's.</param>
    /// <param name="comparisons">How many.</param>
    /// <param name="seed">Of all draws.</param>
    public IEnumerable<Finding> Simulate(
        VerdictRule rule,
        PairedMetric metric,
        double ratio,
        int comparisons,
        ulong seed
    )
    {
        var logRatios = new double[rule.Looks.Last];
        for (var i = 0; i < comparisons; i++)
        {
            Fill(logRatios, Math.Log(ratio), SplitMix64.At(seed, (ulong)i));
            yield return rule.Judge(metric, logRatios);
        }
    }

    private void Fill(double[] logRatios, double centre, ulong key)
    {
        var random = KeyedRandom.For(key);
        for (var i = 0; i < logRatios.Length; i++)
        {
            var sigma = random.NextDouble() < OutlierShare ? OutlierFactor * Sigma : Sigma;
            logRatios[i] = centre + sigma * NormalQuantile.Of(random.NextDouble());
        }
    }
}
