namespace GatewayBench;

/// <summary>What each candidate was found to be of the good commit, with the limit between good and bad.</summary>
internal static class BisectChart
{
    /// <returns>Null with less than two candidates that were measured, which no line leads through.</returns>
    public static Chart? Of(BisectRecord record)
    {
        (BisectStep Step, BisectEffect Effect)[] measured =
        [
            .. from step in record.Steps
            where step.Effects.Count > 0
            select (step, step.Effects[0]),
        ];
        if (measured.Length < 2)
        {
            return null;
        }
        ChartLine[] lines =
        [
            new(
                "candidates",
                0,
                [.. measured.Select((one, i) => new ChartPoint(i, one.Effect.Ratio))],
                HasMarkers: true
            ),
            End("low", 1, effect => effect.Low),
            End("high", 2, effect => effect.High),
            .. record.Threshold is { } limit
                ? [Level("limit", 3, limit)]
                : Array.Empty<ChartLine>(),
        ];
        var title = $"{record.Metric} beside the good commit";
        return new Chart(
            title,
            "Each point is a commit. Low and high: the interval that decided. Beyond the limit it is bad.",
            ChartAxis.Runs([
                .. measured.Select(one => GatewayInfo.ShortCommit(one.Step.Commit.Id)),
            ]) with
            {
                Title = "steps, in their order",
            },
            RatioAxis.Of(
                "change from the good commit",
                lines
                    .SelectMany(line => line.Points)
                    .Select(point => point.Y)
                    .Where(double.IsFinite)
            ),
            lines,
            new DataTable(
                title,
                ["Commit", "Mark", "Change", "Pairs"],
                [
                    .. measured.Select(one =>
                        DataTable.Texts(
                            GatewayInfo.ShortCommit(one.Step.Commit.Id),
                            one.Step.Mark.ToString().ToLowerInvariant(),
                            Units.Change(one.Effect.Ratio),
                            Units.Count(one.Effect.Pairs)
                        )
                    ),
                ]
            )
        );

        ChartLine End(string label, int style, Func<BisectEffect, double?> end) =>
            new(
                label,
                style,
                [.. measured.Select((one, i) => new ChartPoint(i, end(one.Effect) ?? double.NaN))]
            );

        ChartLine Level(string label, int style, double ratio) =>
            new(
                label,
                style,
                [new ChartPoint(0, ratio), new ChartPoint(measured.Length - 1, ratio)]
            );
    }
}
