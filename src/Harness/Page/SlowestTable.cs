namespace GatewayBench;

/// <summary>A row's slowest exchanges and where their time went.</summary>
internal static class SlowestTable
{
    public static Markup Of(RowResult row)
    {
        if (row.Slowest.Count == 0)
        {
            return Markup.None;
        }
        var table = new DataTable(
            "The slowest exchanges. Client wait, provider and gateway add up to the latency; pauses of the garbage collector lie within these.",
            [
                "Meant to start",
                "Exchange",
                "Latency",
                "Client wait",
                "Gateway",
                "Provider",
                "Where the time went",
                "GC pauses",
                "Outcome",
                "Trace",
            ],
            [.. row.Slowest.Select(hit => Line(row, hit))]
        );
        return Markup.Of($"<h4>Slowest exchanges</h4>\n{SplitBar.Key}{table.Html}");
    }

    private static Markup[] Line(RowResult row, SlowHit hit) =>
        [
            Markup.Of($"{TickText.Clock(hit.Second, row.MeasuredSeconds)}"),
            ForeignText.Name(hit.Exchange ?? row.Name),
            .. DataTable.Texts(
                Units.Time(hit.Latency),
                Units.Time(hit.ClientWait),
                Units.Time(hit.Gateway),
                Units.Time(hit.Provider)
            ),
            SplitBar.Of(hit),
            .. DataTable.Texts(
                hit.GcPauses is null ? "not recorded" : Units.Time(hit.GcPauses),
                hit.Outcome.Label()
            ),
            Markup.Of($"<code>{hit.TraceId ?? Units.Nothing}</code>"),
        ];
}
