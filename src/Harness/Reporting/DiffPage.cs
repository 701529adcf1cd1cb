using System.Globalization;

namespace GatewayBench;

/// <summary>Two results side by side, as a page.</summary>
internal static class DiffPage
{
    private static readonly DiffColumn[][] Tables =
    [
        [
            new("OK/s", one => one.SuccessesPerSecond, Count),
            new("CPU/req", one => one.CpuMicroseconds, Time),
        ],
        [
            DiffColumn.Time("p50", one => one.Latency, 50),
            DiffColumn.Time("p99", one => one.Latency, 99),
        ],
        [
            DiffColumn.Time("p95", one => one.Latency, 95),
            DiffColumn.Time("p99.9", one => one.Latency, 99.9),
        ],
        [
            new("Errors", one => one.ErrorShare, Percent),
            new("Alloc/req", one => one.AllocatedBytes, Units.Bytes),
        ],
        [
            DiffColumn.Time("TTFT p50", one => one.Streams?.TimeToFirstToken, 50),
            DiffColumn.Time("p99", one => one.Streams?.TimeToFirstToken, 99),
        ],
        [
            DiffColumn.Time("Gap p50", one => one.Streams?.TokenGaps, 50),
            DiffColumn.Time("p99", one => one.Streams?.TokenGaps, 99),
        ],
    ];

    public static ReportPage Of(ResultDiff diff) =>
        new(
            "Two results side by side",
            [
                $"A: {Facts(diff.A)}",
                $"B: {Facts(diff.B)}",
                "No verdict: two runs of one build differ as well, by chance and by what else the machine "
                    + "did. Which of the two is faster, one run of each can't tell.",
            ],
            [.. Tables.Select(columns => Table(diff, columns)).OfType<MarkdownTable>()],
            [
                .. new ReportSection[]
                {
                    new("Changed", [.. Comparability.Changes(diff.A, diff.B)]),
                    new("Not compared", diff.NotCompared),
                }.Where(section => section.Lines.Count > 0),
            ]
        );

    private static string Facts(LoadResult result)
    {
        var seconds = result
            .Rows.Select(row => Units.Count(Math.Round(row.MeasuredSeconds, 1)))
            .Distinct();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Name}, {result.StartedAt:yyyy-MM-dd HH:mm:ss}Z, {string.Join(" and ", seconds)} s a row"
        );
    }

    /// <returns>Null where neither result has any of these figures.</returns>
    private static MarkdownTable? Table(ResultDiff diff, DiffColumn[] columns)
    {
        var lines = diff.Pairs.SelectMany(Lines).ToList();
        RowResult[] rows = [.. diff.Pairs.Select(pair => pair.A)];
        if (lines.All(line => columns.All(c => (c.Of(line.A) ?? c.Of(line.B)) is null)))
        {
            return null;
        }
        var table = new MarkdownTable([
            "Endpoint",
            ReportTables.LoadHeading(rows),
            .. columns.SelectMany(column => column.Headings),
        ]);
        foreach (var (name, load, a, b) in lines)
        {
            table.Add([name, load, .. columns.SelectMany(column => column.Cells(a, b))]);
        }
        return table;
    }

    private static IEnumerable<(string Name, string Load, DiffFigures A, DiffFigures B)> Lines(
        (RowResult A, RowResult B) pair
    )
    {
        yield return (
            pair.A.Name,
            ReportTables.LoadCell(pair.A),
            DiffFigures.Of(pair.A),
            DiffFigures.Of(pair.B)
        );
        var others = PartLines.Of(pair.B).ToList();
        foreach (var (name, part) in PartLines.Of(pair.A))
        {
            if (others.Find(other => other.Name == name).Part is { } other)
            {
                yield return (
                    name,
                    "",
                    DiffFigures.Of(part, pair.A),
                    DiffFigures.Of(other, pair.B)
                );
            }
        }
    }

    private static string Count(double? value) =>
        value is { } count ? Units.Count(count) : Units.Nothing;

    private static string Percent(double? value) =>
        value is { } share ? Units.Percent(share) : Units.Nothing;

    private static string Time(double? microseconds) =>
        Units.Time(microseconds is { } value ? TimeSpan.FromMicroseconds(value) : null);
}
