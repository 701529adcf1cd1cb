namespace GatewayBench;

/// <summary>What was found of a target's capacity, to be drawn over rate by users.</summary>
/// <param name="capacity">What was found.</param>
/// <param name="users">Where there are points to draw at, ascending, at least one.</param>
internal sealed class CapacityOverlay(CapacityEstimate capacity, IReadOnlyList<double> users)
{
    /// <summary>Texts of marks that stand closer, as shares of the chart, would cover each other.</summary>
    private const double Near = 0.3;

    /// <param name="style">Of the first one.</param>
    public IEnumerable<ChartLine> Lines(int style)
    {
        if (capacity.Knee is { } knee)
        {
            yield return new(
                "fit",
                style,
                [
                    .. users
                        .Append(Math.Clamp(knee.Users, users[0], users[^1]))
                        .Distinct()
                        .Order()
                        .Select(count => new ChartPoint(count, Fitted(knee, count))),
                ]
            );
        }
        if (capacity.Sustainable is { } most)
        {
            yield return new(
                "sustainable",
                style + 1,
                [new(users[0], most.Rate), new(users[^1], most.Rate)]
            );
        }
    }

    /// <summary>With one text where several stand together.</summary>
    /// <param name="axis">Of users.</param>
    public IEnumerable<ChartMark> Marks(ChartAxis axis)
    {
        var marks = new List<ChartMark>();
        var last = -1;
        foreach (var mark in All().Where(mark => mark.X >= users[0] && mark.X <= users[^1]))
        {
            if (last >= 0 && axis.Place(mark.X) - axis.Place(marks[last].X) < Near)
            {
                marks[last] = marks[last] with { Text = $"{marks[last].Text}, {mark.Text}" };
                marks.Add(mark with { Text = "" });
            }
            else
            {
                last = marks.Count;
                marks.Add(mark);
            }
        }
        return marks;
    }

    /// <summary>What a reader has to know of them; empty where nothing is drawn.</summary>
    public string Note =>
        (
            capacity.Knee is { } knee
                ? $" The fit's two lines meet at the knee, {Units.Count(knee.Users)} users (95 %: {Units.Count(knee.LeastUsers)} to {Units.Count(knee.MostUsers)})."
                : ""
        )
        + (
            capacity.Collapse is { } collapse
                ? $" Less gets done from {Units.Count(collapse.Users)} users on (95 %: {Units.Count(collapse.LeastUsers)} to {Units.Count(collapse.MostUsers)})."
                : ""
        );

    private IEnumerable<ChartMark> All() =>
        new (double? Users, string Text)[]
        {
            (capacity.Knee?.Users, "knee"),
            (capacity.Break?.Users, "breaks"),
            (capacity.Collapse?.Users, "collapse"),
        }
            .Where(mark => mark.Users is not null)
            .OrderBy(mark => mark.Users)
            .Select(mark => new ChartMark(
                mark.Users!.Value,
                $"{mark.Text} {Units.Count(Math.Round(mark.Users.Value))}"
            ));

    private static double Fitted(Knee knee, double count) =>
        knee.RatePerUser * Math.Min(count, knee.Users)
        + knee.RatePerUserBeyond * Math.Max(count - knee.Users, 0);
}
