namespace GatewayBench;

/// <summary>One axis of a chart: from values to places.</summary>
/// <param name="Title">What is on it, and how it is divided where that is unusual.</param>
/// <param name="Place">From a value to its place, from 0 at the start to 1 at the end.</param>
/// <param name="Ticks">Its labels.</param>
internal sealed record ChartAxis(
    string Title,
    Func<double, double> Place,
    IReadOnlyList<ChartTick> Ticks
)
{
    /// <summary>Of the axis of time.</summary>
    public const string TimeTitle = "time since the measured time began";

    /// <summary>Values further apart than this are unreadable on a linear axis.</summary>
    private const double WideRange = 30;

    /// <summary>From 0 to a round value at or above the largest.</summary>
    public static ChartAxis Linear(string title, double largest, Func<double, string> text)
    {
        var step = NiceStep.Of(largest, atMost: 5);
        var end = step * Math.Max(1, Math.Ceiling(largest / step));
        return new(
            title,
            value => value / end,
            [
                .. Enumerable
                    .Range(0, (int)Math.Round(end / step) + 1)
                    .Select(i => new ChartTick(i * step / end, TickText.Short(text(i * step)))),
            ]
        );
    }

    /// <summary>Powers of ten, with 2 and 5 between where these are few.</summary>
    public static ChartAxis Logarithmic(
        string title,
        double smallest,
        double largest,
        Func<double, string> text
    )
    {
        var decades = Math.Log10(largest / smallest);
        double[] factors = decades < 2.5 ? [1, 2, 5] : [1];
        double[] values =
        [
            .. from power in Enumerable.Range(
                (int)Math.Floor(Math.Log10(smallest)) - 1,
                (int)Math.Ceiling(decades) + 4
            )
            from factor in factors
            select factor * Math.Pow(10, power),
        ];
        var start = values.Last(value => value <= smallest * 1.000001);
        var end = values.First(value => value >= largest * 0.999999 && value > start);
        var length = Math.Log(end / start);
        return new(
            $"{title}, logarithmic",
            value => Math.Log(Math.Max(value, start) / start) / length,
            [
                .. values
                    .Where(value => value >= start && value <= end)
                    .Select(value => new ChartTick(
                        Math.Log(value / start) / length,
                        TickText.Short(text(value))
                    )),
            ]
        );
    }

    /// <summary>From 0 to the highest point.</summary>
    public static ChartAxis Counts(
        string title,
        IEnumerable<ChartLine> lines,
        Func<double, string> text
    ) => Linear(title, Values(lines).DefaultIfEmpty(1).Max(), text);

    /// <summary>Linear from 0, unless the times above 0 lie too far apart for that.</summary>
    public static ChartAxis Times(string title, IEnumerable<ChartLine> lines)
    {
        double[] values = [.. Values(lines)];
        return values.Length > 0 && values.Max() / values.Min() > WideRange
            ? Logarithmic(title, values.Min(), values.Max(), Text)
            : Linear(title, values.DefaultIfEmpty(1).Max(), Text);

        static string Text(double microseconds) =>
            Units.Time(TimeSpan.FromMicroseconds(microseconds));
    }

    /// <summary>Seconds of a row's measured time; charts of a row that share it can be read across.</summary>
    public static ChartAxis Seconds(double length)
    {
        var step = NiceStep.OfSeconds(length, atMost: 5);
        return new(
            TimeTitle,
            second => second / length,
            [
                .. Enumerable
                    .Range(0, (int)Math.Floor(length / step + 1e-9) + 1)
                    .Select(i => new ChartTick(
                        i * step / length,
                        TickText.Clock(i * step, length)
                    )),
            ]
        );
    }

    /// <summary>One run after the other, however long it was between them.</summary>
    /// <param name="names">Of at least two runs, in order; as many are shown as have room on a phone.</param>
    public static ChartAxis Runs(IReadOnlyList<string> names)
    {
        var last = names.Count - 1;
        var step = (int)Math.Max(1, NiceStep.Of(last, atMost: 2));
        return new(
            "runs, the oldest first",
            run => run / last,
            [
                .. Enumerable
                    .Range(0, last / step + 1)
                    .Select(i => new ChartTick((double)i * step / last, names[i * step])),
            ]
        );
    }

    /// <summary>1 / (1 - p) by its logarithm: each further nine takes as much room as the one before.</summary>
    public static ChartAxis Percentiles(double highest)
    {
        double[] shown = [0, 50, 90, 99, 99.9, 99.99, 99.999, 99.9999];
        var length = Math.Log10(Distance(Math.Max(highest, 90)));
        return new(
            "percentile of requests, each further nine as wide as the last",
            percentile => Math.Log10(Distance(percentile)) / length,
            [
                .. shown
                    .Where(percentile => Math.Log10(Distance(percentile)) <= length + 1e-9)
                    .Select(percentile => new ChartTick(
                        Math.Log10(Distance(percentile)) / length,
                        TickText.Percentile(percentile)
                    )),
            ]
        );
    }

    private static IEnumerable<double> Values(IEnumerable<ChartLine> lines) =>
        lines.SelectMany(line => line.Points).Select(point => point.Y).Where(y => y > 0);

    private static double Distance(double percentile) => 100 / (100 - percentile);
}
