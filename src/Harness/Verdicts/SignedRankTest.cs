namespace GatewayBench;

/// <summary>
/// Wilcoxon's signed-rank test, exact, also with ties and zeros: ties share the mean of their ranks,
/// and values that equal the centre are dropped (as Wilcoxon did, and R does), since they speak for
/// neither side.
/// </summary>
/// <param name="Less">
/// How likely a rank sum this small or smaller is if the values scatter evenly around the centre;
/// small where they lie below it. 1 without any value.
/// </param>
/// <param name="Greater">Likewise of a rank sum this large; small where they lie above it.</param>
internal readonly record struct SignedRankTest(double Less, double Greater)
{
    public double TwoSided => Math.Min(1, 2 * Math.Min(Less, Greater));

    /// <param name="values">Independent of each other; any number.</param>
    /// <param name="centre">What they scatter around, if chance is all there is.</param>
    public static SignedRankTest Of(ReadOnlySpan<double> values, double centre = 0)
    {
        var shifted = new double[values.Length];
        var sizes = new double[values.Length];
        var n = 0;
        foreach (var value in values)
        {
            if (value != centre)
            {
                shifted[n] = value - centre;
                sizes[n] = Math.Abs(shifted[n]);
                n++;
            }
        }
        var ranks = Array.ConvertAll(MidRanks.Of(sizes.AsSpan(0, n)), rank => (int)(2 * rank));
        var above = 0;
        for (var i = 0; i < n; i++)
        {
            above += shifted[i] > 0 ? ranks[i] : 0;
        }
        var distribution = IsUntied(ranks)
            ? SignedRankDistribution.Untied(n)
            : SignedRankDistribution.Of(ranks);
        return new SignedRankTest(distribution.AtMost(above), distribution.AtLeast(above));
    }

    /// <summary>Sharing ranks keeps their sum and lowers the sum of their squares.</summary>
    private static bool IsUntied(ReadOnlySpan<int> doubledRanks)
    {
        var (n, squares) = ((long)doubledRanks.Length, 0L);
        foreach (var rank in doubledRanks)
        {
            squares += (long)rank * rank;
        }
        return squares == 4 * (n * (n + 1) * (2 * n + 1) / 6);
    }
}
