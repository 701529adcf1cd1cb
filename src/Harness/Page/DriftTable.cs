namespace GatewayBench;

/// <summary>What moved while a row's load stood still, and what did not.</summary>
internal static class DriftTable
{
    public static Markup Of(RowResult row)
    {
        if (row.Drifts.Count == 0)
        {
            return Markup.None;
        }
        var table = new DataTable(
            $"{DriftLines.Title}. Slopes a minute over {Units.Moment(row.Drifts[0].Seconds)} of steady load, with their 95 % intervals.",
            ["Of", "At first", "At the end", "Slope", "From", "To", "Verdict", "Limit"],
            [
                .. row.Drifts.Select(drift =>
                    (Markup[])
                        [
                            ForeignText.Name(drift.Title),
                            .. DataTable.Texts(
                                DriftLines.Value(drift, drift.Start),
                                DriftLines.Value(drift, drift.End),
                                DriftLines.Value(drift, drift.PerMinute),
                                DriftLines.Value(drift, drift.Low),
                                DriftLines.Value(drift, drift.High),
                                drift.Verdict,
                                DriftLines.Value(drift, drift.Limit)
                            ),
                        ]
                ),
            ]
        );
        return Markup.Of($"<h4>{DriftLines.Title}</h4>\n{table.Html}");
    }
}
