using System.Globalization;

namespace GatewayBench;

/// <summary>A sweep as a page.</summary>
internal static class SweepPage
{
    public static ReportPage Of(SweepResult sweep) =>
        new(
            sweep.Name,
            [.. Facts(sweep)],
            [.. sweep.Runs.Count > 0 ? [Table(sweep)] : Array.Empty<MarkdownTable>()],
            [
                .. new ReportSection[]
                {
                    new("Recommendation", [.. Recommended(sweep)]),
                    new(
                        "Columns",
                        [
                            "SLOs: how many were held, over all rounds",
                            "Asked: requests to the provider for each exchange",
                            "Open: for how long a circuit breaker was not closed",
                            "Failing: for how long at least one exchange in twenty failed",
                        ]
                    ),
                    new("Invalid", [.. Invalid(sweep)]),
                    new("Runs", [.. sweep.Runs.Select(run => Run(sweep, run))]),
                }.Where(section => section.Lines.Count > 0),
            ]
        );

    private static IEnumerable<string> Facts(SweepResult sweep)
    {
        yield return Conclusion(sweep);
        if (sweep.IsPartial)
        {
            yield return $"PARTIAL: {sweep.Runs.Count} of {sweep.Rounds * sweep.Points.Count} runs";
        }
        if (sweep.Hypothesis is { } hypothesis)
        {
            yield return hypothesis;
        }
        yield return $"{sweep.Points.Count} values of {string.Join(" and ", sweep.Points[0].Settings.Select(one => one.Key))}, each in {sweep.Rounds} rounds of random order, seed {sweep.Seed.ToString(CultureInfo.InvariantCulture)}";
        yield return Fingerprint.Of(sweep.Machine).Title;
    }

    private static string Conclusion(SweepResult sweep) =>
        sweep.Recommendation switch
        {
            null => "NOTHING RECOMMENDED YET",
            { Point: null } => "NO RECOMMENDATION",
            { Point: { } point, DecidedBy: { } by } =>
                $"RECOMMENDED: {sweep.Points[point].Title}, by {by}",
            { Point: { } point } =>
                $"NO DIFFERENCE TOLD between {sweep.Recommendation.Candidates.Count} values: {sweep.Points[point].Title}",
        };

    private static MarkdownTable Table(SweepResult sweep)
    {
        var table = new MarkdownTable(
            sweep.Points[0].Settings is [var only] ? only.Key : "Settings",
            "SLOs",
            "Failures",
            "p99",
            "OK/s",
            "Asked",
            "Open",
            "Failing"
        );
        for (var point = 0; point < sweep.Points.Count; point++)
        {
            var marks =
                (point == sweep.Recommendation?.Point ? " *" : "")
                + (point == sweep.Configured ? " (now)" : "");
            table.Add(
                sweep.Points[point].Short + marks,
                Slos(sweep, point),
                Mean(sweep, point, figures => figures.Errors, Units.Percent),
                Mean(
                    sweep,
                    point,
                    figures => figures.P99Microseconds,
                    value => Units.Time(TimeSpan.FromMicroseconds(value))
                ),
                Mean(sweep, point, figures => figures.Rate, Units.Count),
                Mean(
                    sweep,
                    point,
                    figures => figures.Attempts,
                    value => value.ToString("0.00", CultureInfo.InvariantCulture)
                ),
                Mean(sweep, point, figures => figures.BreakerOpenSeconds, Seconds),
                Mean(sweep, point, figures => figures.FailingSeconds, Seconds)
            );
        }
        return table.WithNote($"{Means(sweep)} * is recommended.");
    }

    private static string Means(SweepResult sweep) =>
        sweep.WholeRounds.Length > 0
            ? $"Means of {sweep.WholeRounds.Length} rounds."
            : "Means of all runs, INVALID ones too: no round is whole.";

    private static string Slos(SweepResult sweep, int point)
    {
        var all = sweep.Shown(point, figures => figures.Slos).Sum() ?? 0;
        return all == 0
            ? Units.Nothing
            : $"{sweep.Shown(point, figures => figures.Held).Sum():0} of {all:0}";
    }

    private static string Mean(
        SweepResult sweep,
        int point,
        Func<SweepFigures, double?> figure,
        Func<double, string> text
    )
    {
        double[] known = [.. sweep.Shown(point, figure).OfType<double>()];
        return known.Length == 0 ? Units.Nothing : text(known.Average());
    }

    private static string Seconds(double value) =>
        value.ToString("0.0", CultureInfo.InvariantCulture) + " s";

    private static IEnumerable<string> Recommended(SweepResult sweep) =>
        sweep.Recommendation is not { } found ? []
        : found.Point is { } point ? found.Why.Prepend(sweep.Points[point].Title)
        : found.Why;

    private static IEnumerable<string> Invalid(SweepResult sweep) =>
        from run in sweep.Runs
        from reason in run.Invalid
        select $"round {run.Round + 1}, {sweep.Points[run.Point].Short}: {reason}";

    private static string Run(SweepResult sweep, SweepRun run) =>
        $"round {run.Round + 1}, {sweep.Points[run.Point].Short}: {run.Folder}";
}
