using System.Globalization;

namespace GatewayBench;

/// <summary>One metric, pair by pair, with what all pairs together say.</summary>
internal static class PairChart
{
    /// <param name="comparison">The pairs.</param>
    /// <param name="series">Which metric of which row.</param>
    /// <returns>Null with less than two pairs, which no line leads through.</returns>
    public static Chart? Of(PairedComparison comparison, SeriesResult series)
    {
        (Pair Pair, PairFigure Figure)[] pairs =
        [
            .. from pair in comparison.Kept
            from figure in pair.Figures
            where figure.Row == series.Row && figure.Metric == series.Metric
            where figure.LogRatio is not null
            select (pair, figure),
        ];
        if (pairs.Length < 2)
        {
            return null;
        }
        double[] ratios = [.. pairs.Select(one => Math.Exp(one.Figure.LogRatio!.Value))];
        ChartLine[] lines =
        [
            new(
                "pairs",
                0,
                [.. ratios.Select((ratio, i) => new ChartPoint(i, ratio))],
                HasMarkers: true
            ),
            Level("estimate", 1, series.Ratio),
            .. series.Low is { } low ? [Level("low", 2, low)] : Array.Empty<ChartLine>(),
            .. series.High is { } high ? [Level("high", 2, high)] : Array.Empty<ChartLine>(),
        ];
        var title = $"{series.Metric}, B against A";
        return new Chart(
            title,
            "Each point is a fresh launch of both. Low and high: the 95 % interval of the estimate.",
            ChartAxis.Runs([.. pairs.Select(one => Number(one.Pair))]) with
            {
                Title = "pairs, in the order in which they were measured",
            },
            RatioAxis.Of(
                "change from A to B",
                lines.SelectMany(line => line.Points).Select(point => point.Y)
            ),
            lines,
            new DataTable(
                title,
                ["Pair", "First", "A", "B", "Change"],
                [
                    .. pairs.Select(
                        (one, i) =>
                            DataTable.Texts(
                                Number(one.Pair),
                                one.Pair.First.ToString(),
                                ComparisonPage.Figure(series.Metric, one.Figure.A),
                                ComparisonPage.Figure(series.Metric, one.Figure.B),
                                Units.Change(ratios[i])
                            )
                    ),
                ]
            )
        );

        ChartLine Level(string label, int style, double ratio) =>
            new(label, style, [new ChartPoint(0, ratio), new ChartPoint(pairs.Length - 1, ratio)]);
    }

    private static string Number(Pair pair) => pair.Number.ToString(CultureInfo.InvariantCulture);
}
