namespace GatewayBench;

/// <summary>What the harness's process used over a row's measured time, and the gateway's where it is another.</summary>
internal static class ResourceTimeline
{
    public static IEnumerable<Chart> Of(RowResult row, ChartAxis axis) =>
        row.GatewayResources.Count == 0
            ? Of(row.Resources, axis, "")
            :
            [
                .. Of(row.GatewayResources, axis, " of the gateway"),
                .. Of(row.Resources, axis, " of the harness"),
            ];

    private static IEnumerable<Chart> Of(
        IReadOnlyList<ResourceSlice> slices,
        ChartAxis axis,
        string whose
    )
    {
        double[] seconds = [.. slices.Select(slice => slice.Second - slice.Seconds / 2)];
        Chart?[] charts =
        [
            Chart(
                "Processor",
                "cores in use",
                Column("CPU", Units.Count, slice => Math.Round(slice.CpuCores, 2))
            ),
            Chart("Memory", "managed heap", Highest("heap", Bytes, slice => slice.HeapBytes)),
            Chart(
                "Garbage collection",
                "pauses, ms per second",
                Column("pauses", Milliseconds, slice => slice.GcPauseMilliseconds / slice.Seconds)
            ),
            Chart(
                "Locks",
                "waits for one, per second",
                Column("waits", Units.Count, slice => slice.LockContentions / slice.Seconds)
            ),
            Chart(
                "Thread pool",
                "threads, and work items that wait for one",
                Highest("threads", Units.Count, slice => slice.Threads),
                Highest("queue", Units.Count, slice => slice.QueueLength)
            ),
        ];
        return charts.OfType<Chart>();

        Chart? Chart(string title, string unit, params TimeColumn[] columns) =>
            TimeChart.Of(
                title + whose,
                lines => ChartAxis.Counts(unit, lines, columns[0].Text),
                axis,
                seconds,
                columns
            );

        TimeColumn Column(
            string title,
            Func<double, string> text,
            Func<ResourceSlice, double> value
        ) => new(title, text, [.. slices.Select(value)], Enumerable.Average);

        TimeColumn Highest(
            string title,
            Func<double, string> text,
            Func<ResourceSlice, double> value
        ) => Column(title, text, value) with { Join = Enumerable.Max };
    }

    private static string Bytes(double bytes) => Units.Bytes(bytes);

    private static string Milliseconds(double milliseconds) =>
        Units.Time(TimeSpan.FromMilliseconds(milliseconds));
}
