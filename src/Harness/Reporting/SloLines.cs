namespace GatewayBench;

/// <summary>How the rows did by their SLOs, in columns.</summary>
internal static class SloLines
{
    public const string Title = "SLO";

    private const string Gap = "  ";

    /// <summary>With the rows' names where more than one has SLOs.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<RowResult> rows)
    {
        RowResult[] judged = [.. rows.Where(row => row.Slos.Count > 0)];
        var all = judged.SelectMany(row => row.Slos).ToList();
        var expressions = all.Select(slo => slo.Expression.Length).DefaultIfEmpty().Max();
        var figures = all.Select(slo => Figure(slo).Length).DefaultIfEmpty().Max();
        foreach (var row in judged)
        {
            if (judged.Length > 1)
            {
                yield return row.Title();
            }
            foreach (var slo in row.Slos)
            {
                yield return (judged.Length > 1 ? Gap : "")
                    + slo.Expression.PadRight(expressions)
                    + Gap
                    + Figure(slo).PadRight(figures)
                    + Gap
                    + Label(row.VerdictOn(slo))
                    + (slo.Reason is { } reason ? Gap + reason : "");
            }
        }
    }

    /// <summary>For a heading; null without SLOs.</summary>
    public static string? Summary(IReadOnlyList<RowResult> rows)
    {
        var verdicts = rows.SelectMany(row => row.Slos.Select(row.VerdictOn)).ToList();
        var met = verdicts.Count(verdict => verdict == SloVerdict.Pass);
        var left = verdicts.Count(verdict => verdict == SloVerdict.NotJudged);
        return verdicts.Count == 0
            ? null
            : $"{met} of {verdicts.Count - left} SLOs met{(left > 0 ? $", {left} not judged" : "")}";
    }

    public static string Label(SloVerdict verdict) =>
        verdict == SloVerdict.NotJudged ? "NOT JUDGED" : verdict.ToString().ToUpperInvariant();

    public static string Figure(SloResult slo) =>
        slo.Actual is not { } actual
            ? Units.Nothing
            : slo.Unit switch
            {
                SloUnit.Microseconds => Units.Time(TimeSpan.FromMicroseconds(actual)),
                SloUnit.Share => Units.Percent(actual),
                SloUnit.PerSecond => Units.Count(actual) + "/s",
                _ => Units.Count(actual),
            };
}
