namespace GatewayBench;

/// <summary>What one metric of a commit was found to be of another commit's.</summary>
/// <param name="Metric">As <see cref="PairedMetric.Name"/> has it.</param>
/// <param name="Pairs">How many it rests on.</param>
/// <param name="Ratio">The estimate: 0.8 is a fifth less.</param>
/// <param name="Low">The lower end of its interval; null with too few pairs for one.</param>
/// <param name="High">The upper end.</param>
/// <param name="Level">How sure that is, such as 0.95.</param>
/// <param name="Verdict">By the rule of comparisons; null where another one decided.</param>
internal sealed record BisectEffect(
    string Metric,
    int Pairs,
    double Ratio,
    double? Low,
    double? High,
    double Level,
    Verdict? Verdict
)
{
    /// <summary>Whether it is sure not to be this ratio.</summary>
    public bool Excludes(double ratio) =>
        Low is { } low && High is { } high && !new Interval(low, high).Contains(ratio);

    /// <summary>Whether both are sure not to be the same.</summary>
    public bool Excludes(BisectEffect other) =>
        (Low, High, other.Low, other.High) is ({ } low, { } high, { } otherLow, { } otherHigh)
        && (low > otherHigh || high < otherLow);

    /// <summary>
    /// Of each metric that the pairs have, the one that decides first.
    /// </summary>
    /// <param name="metric">What decides.</param>
    /// <param name="pairs">At least one.</param>
    /// <param name="level">How sure its interval is to be; that of the others is 95 %.</param>
    /// <param name="rule">Gives verdicts; null for none.</param>
    public static IReadOnlyList<BisectEffect> Of(
        PairedMetric metric,
        IReadOnlyList<CandidatePair> pairs,
        double level,
        VerdictRule? rule
    )
    {
        var companions =
            from other in PairMetrics.ByOption.Values
            where other != metric
            let known = pairs
                .Where(pair => pair.Companions.ContainsKey(other.Name))
                .Select(pair => pair.Companions[other.Name])
                .ToArray()
            where known.Length > 0
            select Of(other, known, 0.95, rule);
        return [Of(metric, [.. pairs.Select(pair => pair.LogRatio)], level, rule), .. companions];
    }

    private static BisectEffect Of(
        PairedMetric metric,
        double[] logRatios,
        double level,
        VerdictRule? rule
    )
    {
        var estimate = RatioEstimate.Of(logRatios, level);
        return new BisectEffect(
            metric.Name,
            logRatios.Length,
            estimate.Ratio,
            estimate.Interval?.Low,
            estimate.Interval?.High,
            level,
            rule?.Judge(metric, logRatios).Verdict
        );
    }
}
