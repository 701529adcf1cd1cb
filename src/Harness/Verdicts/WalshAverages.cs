namespace GatewayBench;

/// <summary>
/// The means of all pairs of values, each value with itself too, in order. Their median estimates
/// the centre (Hodges and Lehmann, Estimates of location based on rank tests, Annals of Mathematical
/// Statistics 34, 1963), and counting in from both ends by the signed-rank distribution gives its
/// interval (Tukey's; Hollander, Wolfe and Chicken, Nonparametric Statistical Methods, 2014, 3.3).
/// </summary>
internal sealed class WalshAverages
{
    private readonly int _values;
    private readonly double[] _sorted;

    /// <param name="values">At least one.</param>
    public WalshAverages(ReadOnlySpan<double> values)
    {
        ArgumentOutOfRangeException.ThrowIfZero(values.Length);
        _values = values.Length;
        _sorted = new double[_values * (_values + 1) / 2];
        var pair = 0;
        for (var i = 0; i < _values; i++)
        {
            for (var j = i; j < _values; j++)
            {
                _sorted[pair++] = (values[i] + values[j]) / 2;
            }
        }
        Array.Sort(_sorted);
    }

    /// <summary>The Hodges-Lehmann estimate.</summary>
    public double Pseudomedian => Median.Of(_sorted);

    /// <summary>
    /// The interval that holds the centre in at least this share of cases. Exact for continuous
    /// values. Ties and zeros stay in, and its ends belong to it: so it holds the centre at least as
    /// often with values that are not continuous (Noether, Wilcoxon confidence intervals for
    /// location parameters in the discrete case, Journal of the American Statistical Association 62,
    /// 1967).
    /// </summary>
    /// <param name="level">Between 0 and 1.</param>
    /// <returns>Null with so few values that none is as sure as that: 95 % takes six.</returns>
    public Interval? At(double level)
    {
        var tail = (1 - level) / 2;
        var distribution = SignedRankDistribution.Untied(_values);
        var outside = 0;
        while (distribution.AtMost(2 * outside) <= tail)
        {
            outside++;
        }
        return outside > 0 ? new Interval(_sorted[outside - 1], _sorted[^outside]) : null;
    }
}
