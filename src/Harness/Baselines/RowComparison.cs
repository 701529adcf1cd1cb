namespace GatewayBench;

/// <summary>A row beside its baseline.</summary>
/// <param name="Now">What was measured now.</param>
/// <param name="Then">The median of what it is compared with.</param>
/// <param name="Runs">How many runs that were.</param>
/// <param name="Spread">Their highest rate over the lowest, less one; null for a single run.</param>
/// <param name="HasDropped">Whether the rate is down by as much as is not allowed.</param>
/// <param name="History">Its runs on this machine, this one last.</param>
internal sealed record RowComparison(
    BaselineRow Now,
    BaselineRow Then,
    int Runs,
    double? Spread,
    bool HasDropped,
    BaselineSeries History
)
{
    /// <summary>So that a rate of exactly what is allowed is not over it by a rounding error.</summary>
    private const double Rounding = 1e-9;

    /// <summary>The rate now over the rate then.</summary>
    public double Ratio => Now.Rate / Then.Rate;

    /// <summary>Likewise p99; null if one of them is unknown.</summary>
    public double? P99Ratio => Now.Latency.P99 / Then.Latency.P99;

    /// <summary>Likewise allocated bytes per request, which hardly vary from run to run.</summary>
    public double? AllocatedRatio => Now.AllocatedPerRequest / Then.AllocatedPerRequest;

    /// <param name="runs">At least one.</param>
    /// <param name="now">Comparable to them.</param>
    /// <param name="maxDrop">A share from 0 to 1.</param>
    /// <param name="history">Without this run.</param>
    public static RowComparison Of(
        IReadOnlyList<BaselineRow> runs,
        BaselineRow now,
        double maxDrop,
        BaselineSeries history
    )
    {
        var then = BaselineRow.MedianOf(runs);
        return new RowComparison(
            now,
            then,
            runs.Count,
            SpreadOf(runs),
            now.Rate / then.Rate <= 1 - maxDrop + Rounding,
            history
        );
    }

    /// <summary>The highest rate over the lowest, less one; null for a single run.</summary>
    public static double? SpreadOf(IReadOnlyList<BaselineRow> runs) =>
        runs.Count > 1 ? runs.Max(run => run.Rate) / runs.Min(run => run.Rate) - 1 : null;
}
