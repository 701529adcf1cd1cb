namespace GatewayBench;

/// <summary>What the fake provider did over a row's measured time.</summary>
internal static class ProviderTimeline
{
    public static IEnumerable<Chart> Of(RowResult row, ChartAxis axis)
    {
        var slices = row.Provider;
        double[] seconds = [.. slices.Select(slice => slice.Second - slice.Seconds / 2)];
        Chart?[] charts =
        [
            Chart(
                "Provider's requests",
                "per second",
                Column("ended", Units.Count, s => s.Requests / s.Seconds, Enumerable.Average),
                Column("429", Units.Count, s => s.RateLimited / s.Seconds, Enumerable.Average)
            ),
            Chart(
                "With the provider",
                "requests that it is at work on",
                Column("in flight", Units.Count, slice => slice.InFlight, Enumerable.Max)
            ),
            Chart(
                "Provider's delays",
                "mean until the first token",
                Column("planned", Time, s => s.PlannedDelayMicroseconds, Enumerable.Average),
                Column("actual", Time, s => s.ActualDelayMicroseconds, Enumerable.Average)
            ),
        ];
        return charts.OfType<Chart>();

        Chart? Chart(string title, string unit, params TimeColumn[] columns) =>
            TimeChart.Of(
                title,
                lines => ChartAxis.Counts(unit, lines, columns[0].Text),
                axis,
                seconds,
                columns
            );

        TimeColumn Column(
            string title,
            Func<double, string> text,
            Func<ProviderSlice, double?> value,
            Func<IEnumerable<double>, double> join
        ) => new(title, text, [.. slices.Select(slice => value(slice) ?? double.NaN)], join);
    }

    private static string Time(double microseconds) =>
        Units.Time(TimeSpan.FromMicroseconds(microseconds));
}
