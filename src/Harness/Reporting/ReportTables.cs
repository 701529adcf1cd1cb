using System.Globalization;

namespace GatewayBench;

/// <summary>The tables of figures; together they would not fit the width of a console.</summary>
internal static class ReportTables
{
    public static MarkdownTable Throughput(IReadOnlyList<RowResult> rows)
    {
        var known = rows.Any(row => row.CpuMicrosecondsPerRequest is not null);
        var mark = known ? "*" : "";
        var table = new MarkdownTable(
            "Endpoint",
            LoadHeading(rows),
            "Requests",
            "Errors",
            "OK/s",
            "CPU/req" + mark,
            "Alloc/req" + mark
        );
        foreach (var row in rows)
        {
            table.Add(
                row.Name,
                LoadCell(row),
                Units.Count(row.Requests),
                Units.Count(row.Errors.Values.Sum()),
                Units.Count(row.SuccessesPerSecond),
                row.CpuMicrosecondsPerRequest is { } cpu
                    ? Units.Time(TimeSpan.FromMicroseconds(cpu))
                    : Units.Nothing,
                Units.Bytes(row.AllocatedBytesPerRequest)
            );
            foreach (var (name, part) in PartLines.Of(row))
            {
                table.Add(
                    name,
                    "",
                    Units.Count(part.Requests),
                    Units.Count(part.Errors.Values.Sum()),
                    Units.Count(Rate(part.SuccessesInTime, row)),
                    "",
                    ""
                );
            }
        }
        return known
            ? table.WithNote("* whole process: client, gateway and provider together")
            : table;
    }

    public static MarkdownTable Latency(IReadOnlyList<RowResult> rows) =>
        Percentiles("Latency of successes", rows, row => row.Latency, part => part.Latency);

    /// <summary>For open loads, whose latency also holds the wait for the send.</summary>
    public static MarkdownTable ServiceTime(IReadOnlyList<RowResult> rows) =>
        Percentiles(
            "Service time, from the send",
            rows,
            row => row.ServiceTime,
            part => part.ServiceTime
        );

    /// <summary>What users of streams see: how long until something appears, and how evenly it goes on.</summary>
    public static MarkdownTable Streams(IReadOnlyList<RowResult> rows)
    {
        var table = new MarkdownTable(
            "Streams",
            LoadHeading(rows),
            "TTFT p50",
            "p95",
            "p99",
            "Gap p50",
            "p99",
            "Tok/s"
        );
        foreach (var row in rows)
        {
            table.Add([
                row.Name,
                LoadCell(row),
                .. row.Streams is null ? ["", "", "", "", "", ""] : Cells(row.Streams, row),
            ]);
            foreach (
                var (name, part) in PartLines.Of(row).Where(one => one.Part.Streams is not null)
            )
            {
                table.Add([name, "", .. Cells(part.Streams!, row)]);
            }
        }
        return table.WithNote(
            "TTFT: from the intended start to the first visible text; gap: from one text to the next"
        );
    }

    private static MarkdownTable Percentiles(
        string title,
        IReadOnlyList<RowResult> rows,
        Func<RowResult, LongHistogram> times,
        Func<PartResult, LongHistogram> timesOfPart
    )
    {
        double[] percentiles = [50, 90, 95, 99, 99.9];
        var table = new MarkdownTable([
            title,
            LoadHeading(rows),
            .. percentiles.Select(p => string.Create(CultureInfo.InvariantCulture, $"p{p}")),
            "Max",
        ]);
        foreach (var row in rows)
        {
            table.Add([row.Name, LoadCell(row), .. Cells(times(row))]);
            foreach (var (name, part) in PartLines.Of(row))
            {
                table.Add([name, "", .. Cells(timesOfPart(part))]);
            }
        }
        return table;

        IEnumerable<string> Cells(LongHistogram of) =>
            percentiles.Select(p => Units.Time(of.TimeAt(p))).Append(Units.Time(of.MaxTime()));
    }

    private static string[] Cells(StreamResult streams, RowResult row) =>
        [
            Units.Time(streams.TimeToFirstToken.TimeAt(50)),
            Units.Time(streams.TimeToFirstToken.TimeAt(95)),
            Units.Time(streams.TimeToFirstToken.TimeAt(99)),
            Units.Time(streams.TokenGaps.TimeAt(50)),
            Units.Time(streams.TokenGaps.TimeAt(99)),
            row.MeasuredSeconds > 0 ? Units.Count(Rate(streams.TokensInTime, row)) : Units.Nothing,
        ];

    private static double Rate(long successes, RowResult row) =>
        row.MeasuredSeconds > 0 ? successes / row.MeasuredSeconds : 0;

    public static string LoadHeading(IReadOnlyList<RowResult> rows) =>
        rows.All(row => row.Open is null) ? "Users" : "Load";

    /// <summary>An open load by its mean rate, because names such as those of stages are too long for a table.</summary>
    public static string LoadCell(RowResult row) =>
        row.Open is null ? Units.Count(row.Users ?? 0)
        : row.MeasuredSeconds > 0
            ? Units.Count(Math.Round(row.Open.Offered / row.MeasuredSeconds)) + "/s"
        : Units.Nothing;
}
