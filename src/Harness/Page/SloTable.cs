namespace GatewayBench;

/// <summary>How the rows did by their SLOs.</summary>
internal static class SloTable
{
    /// <returns>Null where there were none.</returns>
    public static Markup? Of(IReadOnlyList<RowResult> rows)
    {
        Markup[][] lines =
        [
            .. rows.SelectMany((row, i) => row.Slos.Select(slo => Line(row, i, slo))),
        ];
        var table = new DataTable(
            "An SLO that stands on figures that must not be used is neither met nor missed.",
            ["SLO", "Row", "Measured", "Verdict", "Reason"],
            lines
        );
        return lines.Length > 0 ? table.Html : null;
    }

    private static Markup[] Line(RowResult row, int index, SloResult slo) =>
        [
            Markup.Of($"<code>{slo.Expression}</code>"),
            Markup.Of(
                $"""<a href="#{RowSection.IdOf(index)}">{index + 1} {ForeignText.Name(row.Name)}</a>"""
            ),
            Markup.Of($"{SloLines.Figure(slo)}"),
            Verdict(row.VerdictOn(slo)),
            Markup.Of($"{slo.Reason ?? ""}"),
        ];

    private static Markup Verdict(SloVerdict verdict) =>
        verdict switch
        {
            SloVerdict.Pass => Markup.Of($"""<span class="good">&#10003; PASS</span>"""),
            SloVerdict.Fail => Markup.Of($"""<strong class="bad">&#10007; FAIL</strong>"""),
            SloVerdict.NotJudged => Markup.Of($"- {SloLines.Label(verdict)}"),
            _ => Markup.Of($"""<strong class="bad">? INVALID</strong>"""),
        };
}
