namespace GatewayBench;

/// <summary>How well open loads kept their schedules.</summary>
internal static class ScheduleLines
{
    public static IEnumerable<string> Of(IReadOnlyList<RowResult> rows) =>
        from row in rows
        let open = row.Open
        where open is not null
        select $"{row.Title()}: {Text(open)}";

    private static string Text(OpenResult open)
    {
        var lag = open.ScheduleLag;
        var pacer = open.PacerCpuShare is { } share
            ? $", pacer {Units.Percent(share)} of a core"
            : "";
        return $"offered {Units.Count(open.Offered)}, {Units.Percent(open.Achieved)} sent in time, "
            + $"{Units.Count(open.Unsent)} unsent, lag p50 {Units.Time(lag.TimeAt(50))} "
            + $"p99 {Units.Time(lag.TimeAt(99))}, at most {Units.Count(open.PeakInFlight)} in flight"
            + pacer;
    }
}
