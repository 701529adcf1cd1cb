namespace GatewayBench;

/// <summary>
/// Several tests at one shared alpha: p-values that may each be held against all of it. (Holm, A
/// simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6,
/// 1979.) The smallest counts times their number, the next times one less, and none below the one
/// before it; so it calls all that dividing alpha by their number calls, and more.
/// </summary>
internal static class Holm
{
    /// <summary>In the order of the p-values.</summary>
    public static double[] Adjusted(IReadOnlyList<double> pValues)
    {
        var adjusted = new double[pValues.Count];
        var floor = 0.0;
        var left = pValues.Count;
        foreach (var i in Enumerable.Range(0, pValues.Count).OrderBy(i => pValues[i]))
        {
            floor = Math.Max(floor, Math.Min(1, left * pValues[i]));
            adjusted[i] = floor;
            left--;
        }
        return adjusted;
    }
}
