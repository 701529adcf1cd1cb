namespace GatewayBench;

/// <summary>
/// Where a series most likely changed its level, and whether chance could have made it look so: a
/// rank test, which neither an outlier nor the shape of the noise can fool.
/// (Pettitt, A non-parametric approach to the change-point problem, Applied Statistics 28, 1979.)
/// </summary>
/// <param name="Split">The number of values before the change.</param>
/// <param name="Chance">
/// How likely noise alone gives as clear a split: 2 exp(-6 K² / (n³ + n²)), K being the largest
/// |U|. An approximation that errs towards "chance" where the series is short; below 11 values
/// nothing is under 5 %.
/// </param>
internal readonly record struct PettittTest(int Split, double Chance)
{
    /// <param name="series">At least two values.</param>
    public static PettittTest Of(ReadOnlySpan<double> series)
    {
        var n = series.Length;
        var ranks = MidRanks.Of(series);
        var (split, largest, sum) = (1, -1.0, 0.0);
        for (var i = 1; i < n; i++)
        {
            sum += ranks[i - 1];
            // U counts, over all pairs across the split, how many rise and how many fall.
            var u = Math.Abs(2 * sum - (double)i * (n + 1));
            if (u > largest)
            {
                (split, largest) = (i, u);
            }
        }
        var cube = (double)n * n * n;
        var chance = 2 * Math.Exp(-6 * largest * largest / (cube + (double)n * n));
        return new PettittTest(split, Math.Min(1, chance));
    }
}
