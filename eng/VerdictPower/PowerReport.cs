using System.Globalization;

namespace GatewayBench.VerdictPower;

/// <summary>All that was simulated, as Markdown.</summary>
internal static class PowerReport
{
    private static readonly int[] Pairs = [10, 16, 24, 40, 80];

    public static IEnumerable<string> Of(PowerPlan plan, IReadOnlyList<PowerRow> rows) =>
        [
            string.Create(
                CultureInfo.InvariantCulture,
                $"Rate, looks after {Looks.Standard} pairs, {plan.Comparisons:#,0} comparisons of each kind, seed {plan.Seed}; "
                    + $"one pair in twenty scatters five times as far:"
            ),
            "",
            .. Verdicts(rows).Lines(),
            "",
            "The smallest slowdown that is found 95 times in 100, by sigma and pairs:",
            "",
            .. Losses(rows).Lines(),
        ];

    private static MarkdownTable Verdicts(IReadOnlyList<PowerRow> rows)
    {
        var table = new MarkdownTable(
            "sigma",
            "false alarms",
            "found at -5 %",
            "unchanged",
            "inconclusive",
            "mean pairs",
            "found at -10 %"
        );
        foreach (var row in rows)
        {
            table.Add(
                Percent(row.Sigma),
                Percent(row.Same.Regressed),
                Percent(row.Slower5.Regressed),
                Percent(row.Slower5.Unchanged),
                Percent(row.Slower5.Inconclusive),
                row.Slower5.MeanPairs.ToString("0", CultureInfo.InvariantCulture),
                Percent(row.Slower10.Regressed)
            );
        }
        return table;
    }

    private static MarkdownTable Losses(IReadOnlyList<PowerRow> rows)
    {
        var table = new MarkdownTable(["sigma", .. Pairs.Select(pairs => $"{pairs} pairs")]);
        foreach (var row in rows)
        {
            table.Add([
                Percent(row.Sigma),
                .. Pairs.Select(pairs => Percent(Loss(row.Sigma, pairs))),
            ]);
        }
        return table;
    }

    private static double? Loss(double sigma, int pairs) =>
        SmallestLoss.Of(new VerdictRule(Looks.UpTo(pairs)), PairedMetric.Rate, sigma);

    /// <summary>To a hundredth of a percent, as a false alarm's share is small.</summary>
    private static string Percent(double? share) =>
        share is { } value
            ? (100 * value).ToString("0.00", CultureInfo.InvariantCulture) + " %"
            : Units.Nothing;
}
