namespace GatewayBench;

/// <summary>A stretch of a row in which its load stood still, so that what moves does so by itself.</summary>
/// <param name="From">Seconds from the start of the measured time.</param>
/// <param name="To">The end of it.</param>
internal readonly record struct DriftStretch(double From, double To)
{
    /// <summary>Slices that it must have.</summary>
    public const int LeastSlices = 60;

    /// <summary>At its start code is compiled, and pools and caches fill: that is no drift.</summary>
    public const double LeftOut = 0.2;

    /// <param name="row">Of which the load's stages are known.</param>
    /// <param name="isSteady">Whether the load stood still all the time.</param>
    /// <returns>The longest there is, without its start; null if it is too short.</returns>
    public static DriftStretch? Of(RowResult row, bool isSteady)
    {
        if (row.Timeline.Count == 0)
        {
            return null;
        }
        var end = row.Timeline[^1].From + row.Timeline[^1].Seconds;
        var still = row.Stages.Where(stage => stage.FromUsers == stage.ToUsers).ToArray();
        var (from, to) =
            isSteady ? (0, end)
            : still.MaxBy(stage => stage.Seconds) is { } stage
                ? (stage.From, stage.From + stage.Seconds)
            : (0, 0);
        var slices = row.Timeline.Count(slice => slice.From >= from && slice.From < to);
        return slices < LeastSlices ? null : new DriftStretch(from + LeftOut * (to - from), to);
    }

    public bool Holds(TimelineSlice slice) =>
        slice.From >= From && slice.From + slice.Seconds / 2 <= To;
}
