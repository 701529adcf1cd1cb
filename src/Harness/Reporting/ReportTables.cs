using System.Globalization;

namespace GatewayBench;

/// <summary>The two tables of figures; together they would not fit the width of a console.</summary>
internal static class ReportTables
{
    public static MarkdownTable Throughput(IReadOnlyList<RowResult> rows)
    {
        var table = new MarkdownTable(
            "Endpoint",
            "Users",
            "Requests",
            "Errors",
            "OK/s",
            "CPU/req*",
            "Alloc/req*"
        );
        foreach (var row in rows)
        {
            table.Add(
                row.Name,
                Units.Count(row.Users),
                Units.Count(row.Requests),
                Units.Count(row.Errors.Values.Sum()),
                Units.Count(row.SuccessesPerSecond),
                row.CpuMicrosecondsPerRequest is { } cpu
                    ? Units.Time(TimeSpan.FromMicroseconds(cpu))
                    : Units.Nothing,
                Units.Bytes(row.AllocatedBytesPerRequest)
            );
        }
        return table.WithNote("* whole process: client, gateway and provider together");
    }

    public static MarkdownTable Latency(IReadOnlyList<RowResult> rows)
    {
        double[] percentiles = [50, 90, 95, 99, 99.9];
        var table = new MarkdownTable([
            "Latency of successes",
            "Users",
            .. percentiles.Select(p => string.Create(CultureInfo.InvariantCulture, $"p{p}")),
            "Max",
        ]);
        foreach (var row in rows)
        {
            table.Add([
                row.Name,
                Units.Count(row.Users),
                .. percentiles.Select(p => Units.Time(row.LatencyAt(p))),
                Units.Time(row.MaxLatency),
            ]);
        }
        return table;
    }
}
