namespace GatewayBench.VerdictTruth;

/// <summary>What a metric came to in the pairs of a run that count.</summary>
internal static class PairsOfMetric
{
    /// <summary>ln(B / A) of each pair that has it, in order.</summary>
    public static IEnumerable<double> LogRatios(this PairedComparison run, PairedMetric metric) =>
        run.Kept.Select(pair => LogRatio(pair, metric)).OfType<double>();

    /// <summary>ln(second / first) by which arm was launched first: what order does, if anything.</summary>
    public static IEnumerable<double> LogRatiosByOrder(
        this PairedComparison run,
        PairedMetric metric
    ) =>
        run
            .Kept.Select(pair =>
                LogRatio(pair, metric) is { } ratio
                    ? pair.First == ArmSide.A
                        ? ratio
                        : -ratio
                    : (double?)null
            )
            .OfType<double>();

    private static double? LogRatio(Pair pair, PairedMetric metric) =>
        pair.Figures.FirstOrDefault(figure => figure.Metric == metric.Name)?.LogRatio;
}
