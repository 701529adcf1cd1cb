namespace GatewayBench;

/// <summary>
/// Rate by what was in flight, of a row whose load changed: where its line goes flat, more in flight
/// brought no more answers.
/// </summary>
internal static class InFlightChart
{
    private const int Groups = 40;
    private const int FewestSlices = 10;

    /// <summary>Below it, what is in flight only scatters, and says nothing about more of it.</summary>
    private const double LeastGrowth = 2;

    /// <returns>Null of a row whose load hardly changed.</returns>
    public static Chart? Of(RowResult row)
    {
        TimelineSlice[] slices =
        [
            .. row.Timeline.Where(slice => slice.Seconds > 0.5).OrderBy(slice => slice.InFlight),
        ];
        if (
            slices.Length < FewestSlices
            // Of the bulk: a single moment is no stage.
            || slices[^(slices.Length / 10 + 1)].InFlight
                < LeastGrowth * Math.Max(1, slices[slices.Length / 10].InFlight)
        )
        {
            return null;
        }
        var groups = Math.Min(Groups, slices.Length);
        (double InFlight, double[] Rates)[] all =
        [
            .. Enumerable
                .Range(0, groups)
                .Select(i => Thinning.Stretch(slices, i, groups).ToArray())
                .Select(group =>
                    (
                        group.Average(slice => slice.InFlight),
                        group.Select(slice => slice.Successes / slice.Seconds).Order().ToArray()
                    )
                ),
        ];
        ChartLine[] lines =
        [
            Line("median", 0, rates => rates[rates.Length / 2]),
            Line("lowest", 1, rates => rates[0]),
            Line("highest", 2, rates => rates[^1]),
        ];
        var end = slices[^1].InFlight;
        return new Chart(
            "Rate by requests in flight",
            $"Its {Units.Count(slices.Length)} seconds by how many were in flight at their end, in {groups} groups.",
            ChartAxis.Linear("requests in flight", end, Units.Count),
            ChartAxis.Counts("successes per second", lines, Units.Count),
            lines,
            new DataTable(
                "Rate of successes by requests in flight",
                ["In flight", .. lines.Select(line => line.Label)],
                [
                    .. all.Select(
                        (group, i) =>
                            DataTable.Texts([
                                Units.Count(Math.Round(group.InFlight)),
                                .. lines.Select(line => Units.Count(line.Points[i].Y)),
                            ])
                    ),
                ]
            )
        );

        ChartLine Line(string label, int style, Func<double[], double> rate) =>
            new(
                label,
                style,
                [.. all.Select(group => new ChartPoint(group.InFlight, rate(group.Rates)))],
                HasMarkers: style == 0
            );
    }
}
