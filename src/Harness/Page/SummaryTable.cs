namespace GatewayBench;

/// <summary>All rows with what is asked of them first.</summary>
internal static class SummaryTable
{
    public static Markup Of(IReadOnlyList<RowResult> rows)
    {
        var hasCost = rows.Any(row => row.CpuMicrosecondsPerRequest is not null);
        var table = new DataTable(
            hasCost
                ? "Rows of this run. Latency is that of successes, from the intended start; CPU and memory are those of the whole process: client, gateway and provider together."
                : "Rows of this run. Latency is that of successes, from the intended start.",
            [
                "Row",
                "Figures",
                ReportTables.LoadHeading(rows),
                "Requests",
                "Errors",
                "OK/s",
                "p50",
                "p95",
                "p99",
                "Max",
                .. hasCost ? ["CPU/req", "Alloc/req"] : Array.Empty<string>(),
                "Checks",
            ],
            [.. rows.Select((row, i) => Line(row, i, hasCost))]
        );
        return table.Html;
    }

    private static Markup[] Line(RowResult row, int index, bool hasCost) =>
        [
            Markup.Of(
                $"""{RowKey.Sample(index)}<a href="#{RowSection.IdOf(index)}">{index + 1} {ForeignText.Name(row.Name)}</a>"""
            ),
            row.Invalid.Count == 0
                ? Markup.Of($"""<span class="good">valid</span>""")
                : Markup.Of($"""<strong class="bad">INVALID</strong>"""),
            .. DataTable.Texts([
                ReportTables.LoadCell(row),
                Units.Count(row.Requests),
                Units.Count(row.Errors.Values.Sum()),
                Units.Count(row.SuccessesPerSecond),
                Units.Time(row.LatencyAt(50)),
                Units.Time(row.LatencyAt(95)),
                Units.Time(row.LatencyAt(99)),
                Units.Time(row.Latency.MaxTime()),
                .. hasCost ? Cost(row) : [],
                Checks(row),
            ]),
        ];

    private static string[] Cost(RowResult row) =>
        [
            row.CpuMicrosecondsPerRequest is { } cpu
                ? Units.Time(TimeSpan.FromMicroseconds(cpu))
                : Units.Nothing,
            Units.Bytes(row.AllocatedBytesPerRequest),
        ];

    private static string Checks(RowResult row)
    {
        CheckResult[] checks = [.. CheckTable.All(row).Select(one => one.Check)];
        return checks.Length == 0
            ? Units.Nothing
            : $"{Units.Count(checks.Sum(c => c.Passed))} / {Units.Count(checks.Sum(c => c.Total))}";
    }
}
