using System.Globalization;

namespace GatewayBench.ProvingGround;

/// <summary>The confusion matrix, a line for each fault, as Markdown.</summary>
internal static class GroundReport
{
    public static IEnumerable<string> Of(GroundScore score) =>
        [
            $"{Conditions.Describe()}:",
            "",
            Goal(
                "right suspect first",
                score.RightFirst,
                score.Broken,
                score.RightFirst >= GroundScore.LeastRight * score.Broken
            ),
            Goal(
                "suspects of healthy gateways",
                score.FalseAlarms,
                score.Healthy,
                score.FalseAlarms == 0
            ),
            $"- faults that less than two in three trials found: {Names(score.Missed)}",
            "",
            .. Matrix(score).Lines(),
        ];

    private static string Goal(string what, int count, int all, bool isMet) =>
        all == 0
            ? $"- {what}: none tried"
            : $"- {what}: {Proportion.Text(count, all)} ({(isMet ? "met" : "MISSED")})";

    private static string Names(IEnumerable<Fault> faults) =>
        string.Join(", ", faults.Select(fault => $"`{fault.Name}`")) is { Length: > 0 } names
            ? $"{names} (MISSED)"
            : "none (met)";

    private static MarkdownTable Matrix(GroundScore score)
    {
        var table = new MarkdownTable("fault", "trials", "named first", "named after it");
        foreach (var fault in score.Faults)
        {
            var records = score.Of(fault);
            table.Add(
                fault.Name,
                records.Count.ToString(CultureInfo.InvariantCulture),
                Counted(records.Select(record => record.First ?? "no suspect")),
                Counted(
                    records.SelectMany(record => record.Suspects.Skip(1).Select(one => one.Name))
                )
            );
        }
        return table;
    }

    private static string Counted(IEnumerable<string> names) =>
        string.Join(
            ", ",
            names
                .CountBy(name => name)
                .OrderByDescending(count => count.Value)
                .ThenBy(count => count.Key, StringComparer.Ordinal)
                .Select(count => $"{count.Key} {count.Value}")
        );
}
