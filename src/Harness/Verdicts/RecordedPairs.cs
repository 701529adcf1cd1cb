namespace GatewayBench;

/// <summary>
/// Pairs of one build against itself, once more as comparisons: how often would these have raised an
/// alarm?
/// </summary>
/// <param name="logRatios">ln(B / A) of each pair, in the order in which they were measured.</param>
internal sealed class RecordedPairs(IReadOnlyList<double> logRatios)
{
    private readonly double[] _logRatios = [.. logRatios];

    /// <summary>
    /// One comparison after the other, each beginning with the pair after the last one's end. One that
    /// the pairs don't suffice for is left out.
    /// </summary>
    public IEnumerable<Finding> Consecutive(VerdictRule rule, PairedMetric metric)
    {
        for (var start = 0; ; )
        {
            var finding = rule.Judge(metric, _logRatios.AsSpan(start));
            if (!finding.HasEnded)
            {
                yield break;
            }
            yield return finding;
            start += finding.Pairs;
        }
    }

    /// <summary>Comparisons of pairs drawn from all of them, in any order and none twice within one.</summary>
    /// <param name="rule">Ends each of them.</param>
    /// <param name="metric">What is compared.</param>
    /// <param name="comparisons">How many.</param>
    /// <param name="seed">Of all draws.</param>
    /// <exception cref="ArgumentException">There are fewer pairs than a comparison may take.</exception>
    public IEnumerable<Finding> Resampled(
        VerdictRule rule,
        PairedMetric metric,
        int comparisons,
        ulong seed
    )
    {
        if (_logRatios.Length < rule.Looks.Last)
        {
            throw new ArgumentException(
                $"{_logRatios.Length} pairs were recorded; allowed: {rule.Looks.Last} or more, which a comparison may take.",
                nameof(rule)
            );
        }
        return Enumerable
            .Range(0, comparisons)
            .Select(i =>
            {
                var drawn = _logRatios.ToArray();
                KeyedRandom.For(SplitMix64.At(seed, (ulong)i)).Shuffle(drawn);
                return rule.Judge(metric, drawn.AsSpan(0, rule.Looks.Last));
            });
    }
}
