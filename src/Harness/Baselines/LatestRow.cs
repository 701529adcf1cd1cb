namespace GatewayBench;

/// <summary>A row as it was measured last, for tables.</summary>
/// <param name="Figures">The median of the runs of the latest commit.</param>
/// <param name="Commit">That commit; null where unknown.</param>
/// <param name="Runs">How many runs that were.</param>
/// <param name="Spread">Their highest rate over the lowest, less one; null for a single run.</param>
/// <param name="Series">All its runs.</param>
internal sealed record LatestRow(
    BaselineRow Figures,
    string? Commit,
    int Runs,
    double? Spread,
    BaselineSeries Series
)
{
    public static LatestRow Of(MachineBaselines machine, BaselineRow row)
    {
        var runs = machine.LatestOf(row);
        BaselineRow[] rows = [.. runs.Select(run => run.Row)];
        return new LatestRow(
            BaselineRow.MedianOf(rows),
            runs[^1].Run.Commit,
            rows.Length,
            RowComparison.SpreadOf(rows),
            BaselineSeries.Of(machine, row)
        );
    }
}
