namespace GatewayBench;

/// <summary>
/// The interval of a difference of two percentiles, of values that come in pairs: both samples are
/// drawn anew by the same pairs, in blocks, since neighbours in time may be alike. (Kuensch, The
/// jackknife and the bootstrap for general stationary observations, Annals of Statistics 17, 1989;
/// percentile intervals as in Efron and Tibshirani, An introduction to the bootstrap, 1993.)
/// </summary>
/// <param name="seed">Of the draws.</param>
internal sealed class BlockBootstrap(ulong seed)
{
    private const int Resamples = 1_000;

    /// <summary>The 95 % intervals of one percentile after the other.</summary>
    /// <param name="a">In the order of measurement.</param>
    /// <param name="b">What is taken away, pair by pair; as many.</param>
    /// <param name="percentiles">Each above 0, below 100.</param>
    public Interval[] Differences(double[] a, double[] b, IReadOnlyList<double> percentiles)
    {
        var (ofA, ofB) = (new double[a.Length], new double[a.Length]);
        var all = percentiles.Select(_ => new double[Resamples]).ToArray();
        var draws = 0UL;
        // Growing with the cube root of the sample, as is best for the variance of a quantile.
        var block = Math.Max(1, (int)Math.Round(Math.Cbrt(a.Length)));
        for (var i = 0; i < Resamples; i++)
        {
            for (var at = 0; at < a.Length; at += block)
            {
                var from = (int)(SplitMix64.UniformAt(seed, draws++) * a.Length);
                for (var j = 0; j < block && at + j < a.Length; j++)
                {
                    // Round the end, so that each pair is as likely as any other.
                    var pair = (from + j) % a.Length;
                    (ofA[at + j], ofB[at + j]) = (a[pair], b[pair]);
                }
            }
            Array.Sort(ofA);
            Array.Sort(ofB);
            for (var p = 0; p < all.Length; p++)
            {
                all[p][i] =
                    OrderStatistics.At(ofA, percentiles[p])
                    - OrderStatistics.At(ofB, percentiles[p]);
            }
        }
        return [.. all.Select(Middle)];
    }

    private static Interval Middle(double[] values)
    {
        Array.Sort(values);
        return new Interval(OrderStatistics.At(values, 2.5), OrderStatistics.At(values, 97.5));
    }
}
