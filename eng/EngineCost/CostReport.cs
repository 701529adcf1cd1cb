namespace GatewayBench.EngineCost;

/// <summary>All that was measured, as Markdown.</summary>
internal static class CostReport
{
    public static IEnumerable<string> Of(IReadOnlyList<CostFigure> figures)
    {
        var table = new MarkdownTable("figure", "measured", "allowed", "");
        foreach (var figure in figures)
        {
            table.Add(figure.Name, figure.Value, figure.Limit, figure.Verdict);
        }
        string[] doubts =
        [
            .. figures
                .SelectMany(figure => figure.Invalid)
                .Distinct()
                .Select(reason => $"- INVALID: {reason}"),
        ];
        return
        [
            Conditions.Describe(),
            "",
            .. table.Lines(),
            .. doubts.Length > 0 ? ["", .. doubts] : doubts,
        ];
    }
}
