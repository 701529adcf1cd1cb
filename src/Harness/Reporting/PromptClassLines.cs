namespace GatewayBench;

/// <summary>Which classes of prompts are slow.</summary>
internal static class PromptClassLines
{
    public const string Title = "Prompts by class";

    public static IEnumerable<string> Of(IReadOnlyList<RowResult> rows) =>
        from row in rows
        from one in BreakdownParts.Of(row)
        // A single class is the row itself.
        where one.Breakdown.Prompts.Count > 1
        from line in one.Breakdown.Prompts.Select(Line)
        select $"{row.Title()}{(one.Name.Length > 0 ? $", {one.Name}" : "")}: {line}";

    private static string Line(PromptClassResult of) =>
        $"{of.Name}: {Units.Count(of.Successes + of.Errors)} requests"
        + (of.Errors > 0 ? $", {Units.Count(of.Errors)} of them failed" : "")
        + $", p50 {Units.Time(of.Latency.TimeAt(50))}, p99 {Units.Time(of.Latency.TimeAt(99))}"
        + (
            of.TailShare is { } tail
                ? $"; {Units.Percent(of.Share)} of the successes, {Units.Percent(tail)} of the slowest 1 %"
                : ""
        )
        + (of.CarriesTail ? ": it carries the tail" : "");
}
