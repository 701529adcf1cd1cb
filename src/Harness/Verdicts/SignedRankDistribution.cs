using System.Collections.Concurrent;

namespace GatewayBench;

/// <summary>
/// How Wilcoxon's signed-rank sum is distributed if each rank counts or not by the toss of a fair
/// coin. Exact: the probabilities are the coefficients of the product of (1 + x^r) / 2 over all
/// ranks r, and up to 52 ranks each of them is a whole multiple of 2^-n that fits a double. Ranks
/// are doubled, because those that ties share may end in a half. (Wilcoxon, Individual comparisons
/// by ranking methods, Biometrics Bulletin 1, 1945; with ties: Streitberg and Roehmel, Exact
/// distributions for permutation and rank tests, Statistical Software Newsletter 12, 1986.)
/// </summary>
internal sealed class SignedRankDistribution
{
    private static readonly ConcurrentDictionary<int, SignedRankDistribution> s_untied = new();

    /// <summary>The probability of at most so much, by the doubled sum.</summary>
    private readonly double[] _atMost;

    private SignedRankDistribution(ReadOnlySpan<int> doubledRanks)
    {
        var most = 0;
        foreach (var rank in doubledRanks)
        {
            most += rank;
        }
        var probabilities = new double[most + 1];
        probabilities[0] = 1;
        var reached = 0;
        foreach (var rank in doubledRanks)
        {
            reached += rank;
            for (var sum = reached; sum >= 0; sum--)
            {
                var counted = sum >= rank ? probabilities[sum - rank] : 0;
                probabilities[sum] = (probabilities[sum] + counted) / 2;
            }
        }
        for (var sum = 1; sum <= most; sum++)
        {
            probabilities[sum] += probabilities[sum - 1];
        }
        _atMost = probabilities;
    }

    /// <summary>The largest doubled sum.</summary>
    public int Most => _atMost.Length - 1;

    /// <param name="doubledRanks">Twice the ranks of what is not zero, in any order.</param>
    public static SignedRankDistribution Of(ReadOnlySpan<int> doubledRanks) => new(doubledRanks);

    /// <summary>That of the ranks 1 to n, made once.</summary>
    /// <param name="n">From 0.</param>
    public static SignedRankDistribution Untied(int n) =>
        s_untied.GetOrAdd(n, static n => new([.. Enumerable.Range(1, n).Select(rank => 2 * rank)]));

    public double AtMost(int doubledSum) => doubledSum < 0 ? 0 : _atMost[doubledSum];

    /// <summary>By symmetry: with each coin turned over, what counted is what did not.</summary>
    public double AtLeast(int doubledSum) => AtMost(Most - doubledSum);
}
