namespace GatewayBench;

/// <summary>
/// Rate by what was in flight, of a row whose load changed, or by users where these were told to
/// change: where its line goes flat, more of them brought no more answers.
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
        var isByUsers = row.Stages.Count > 0 && row.Timeline.All(slice => slice.Users is not null);
        int LoadOf(TimelineSlice slice) => isByUsers ? slice.Users!.Value : slice.InFlight;
        var what = isByUsers ? "users" : "requests in flight";
        TimelineSlice[] slices =
        [
            .. row.Timeline.Where(slice => slice.Seconds > 0.5).OrderBy(LoadOf),
        ];
        if (
            slices.Length < FewestSlices
            // Of the bulk: a single moment is no stage.
            || LoadOf(slices[^(slices.Length / 10 + 1)])
                < LeastGrowth * Math.Max(1, LoadOf(slices[slices.Length / 10]))
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
                        group.Average(LoadOf),
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
        var across = ChartAxis.Linear(what, LoadOf(slices[^1]), Units.Count);
        var capacity =
            isByUsers && row.Capacity is { } known
                ? new CapacityOverlay(known, [.. all.Select(group => group.InFlight)])
                : null;
        ChartLine[] drawn = [.. lines, .. capacity?.Lines(lines.Length) ?? []];
        return new Chart(
            $"Rate by {what}",
            $"Its {Units.Count(slices.Length)} seconds by how many {what} there were at their end, in {groups} groups.{capacity?.Note}",
            across,
            ChartAxis.Counts("successes per second", drawn, Units.Count),
            drawn,
            new DataTable(
                $"Rate of successes by {what}",
                [isByUsers ? "Users" : "In flight", .. lines.Select(line => line.Label)],
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
        )
        {
            Height = capacity is null ? ChartHeight.Low : ChartHeight.Middle,
            Marks = [.. capacity?.Marks(across) ?? []],
        };

        ChartLine Line(string label, int style, Func<double[], double> rate) =>
            new(
                label,
                style,
                [.. all.Select(group => new ChartPoint(group.InFlight, rate(group.Rates)))],
                HasMarkers: style == 0
            );
    }
}
