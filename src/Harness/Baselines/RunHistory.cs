namespace GatewayBench;

/// <summary>The rows of a result among the runs that are stored of the same machine and runtime.</summary>
/// <param name="At">When the result was measured, which tells its points from the others.</param>
/// <param name="Rows">Of each row that was measured at another time too, all its runs and this one.</param>
/// <param name="Problem">Why it is not known; null where it is.</param>
internal sealed record RunHistory(
    DateTimeOffset At,
    IReadOnlyList<BaselineSeries> Rows,
    string? Problem
)
{
    /// <summary>A page is made with or without it, so that what can't be read is told and not thrown.</summary>
    /// <param name="result">The result.</param>
    /// <param name="store">Null for none.</param>
    public static RunHistory Of(LoadResult result, BaselineStore? store)
    {
        try
        {
            return new RunHistory(
                result.StartedAt,
                store is null ? [] : RowsOf(result, store),
                null
            );
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return new RunHistory(result.StartedAt, [], e.Message);
        }
    }

    private static BaselineSeries[] RowsOf(LoadResult result, BaselineStore store)
    {
        var machine = store.Of(Fingerprint.Of(result.Machine));
        if (machine.History.Count == 0)
        {
            return [];
        }
        var now = Baseline.Of(result, FitRows.Of(result).Fit);
        var all = machine.With(now);
        return
        [
            .. now
                .Rows.Select(row => BaselineSeries.Of(all, row))
                .Where(series => series.Points.Any(point => point.At != now.TakenAt)),
        ];
    }
}
