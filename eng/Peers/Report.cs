using System.Globalization;

namespace GatewayBench.Peers;

/// <summary>All that was measured, as Markdown.</summary>
internal static class Report
{
    public static IEnumerable<string> Of(
        Plan plan,
        IReadOnlyList<Sample> samples,
        IReadOnlyList<Figure> figures
    ) =>
        [
            Heading(plan),
            "",
            .. figures
                .GroupBy(figure => figure.App)
                .SelectMany(app => Table(app.Key, [.. app]).Append("")),
            .. Goal.All.Select(goal => $"- {goal.Describe(figures)}"),
            .. samples.Where(sample => sample.Invalid.Count > 0).Select(sample => $"- {sample}"),
        ];

    private static string Heading(Plan plan) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Conditions.Describe()}: requests per second, medians of rounds ({plan.Rounds} of {plan.Seconds} s)"
        );

    private static IEnumerable<string> Table(string app, IReadOnlyList<Figure> figures)
    {
        var users = figures.Select(figure => figure.Users).Distinct();
        var table = new MarkdownTable([
            app,
            .. users.SelectMany(count => new[] { $"{count} users", "/ wrk", "slowest" }),
        ]);
        foreach (var generator in figures.GroupBy(figure => figure.Generator))
        {
            table.Add([
                generator.Key,
                .. generator.SelectMany(figure =>
                    new[]
                    {
                        Cell.Rate(figure.Rate),
                        Cell.Ratio(figure.Ratio),
                        Cell.Fairness(figure.Fairness),
                    }
                ),
            ]);
        }
        return table.Lines();
    }
}
