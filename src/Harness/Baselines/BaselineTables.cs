namespace GatewayBench;

/// <summary>The tables of the page of baselines.</summary>
internal static class BaselineTables
{
    /// <summary>As many runs as a line has room for.</summary>
    private const int SparklineColumns = 32;

    public static MarkdownTable Throughput(IReadOnlyList<LatestRow> rows)
    {
        var table = new MarkdownTable(
            "Endpoint",
            "Load",
            "Requests",
            "Errors",
            "OK/s",
            "Spread",
            "CPU/req*",
            "Alloc/req*"
        );
        foreach (var row in rows)
        {
            var figures = row.Figures;
            table.Add(
                figures.Name,
                figures.Load,
                Units.Count(figures.Requests),
                Units.Count(figures.Errors),
                Units.Count(figures.Rate),
                row.Spread is { } spread ? Units.Percent(spread) : Units.Nothing,
                Time(figures.CpuPerRequest),
                Units.Bytes(figures.AllocatedPerRequest)
            );
        }
        return table.WithNote(
            "* whole process: client, gateway and provider together. Medians of the runs of the last"
                + " commit; spread: their highest OK/s over the lowest"
        );
    }

    public static MarkdownTable Latency(IReadOnlyList<LatestRow> rows)
    {
        var table = new MarkdownTable(
            "Latency of successes",
            "Load",
            "p50",
            "p90",
            "p95",
            "p99",
            "p99.9",
            "Max"
        );
        foreach (var row in rows)
        {
            var latency = row.Figures.Latency;
            table.Add(
                row.Figures.Name,
                row.Figures.Load,
                Time(latency.P50),
                Time(latency.P90),
                Time(latency.P95),
                Time(latency.P99),
                Time(latency.P999),
                Time(latency.Max)
            );
        }
        return table;
    }

    public static MarkdownTable History(IReadOnlyList<LatestRow> rows)
    {
        var table = new MarkdownTable(
            "OK/s over time",
            "Load",
            "Last commit",
            "Runs",
            "All",
            "Trend"
        );
        foreach (var row in rows)
        {
            table.Add(
                row.Figures.Name,
                row.Figures.Load,
                row.Commit is { } commit ? GatewayInfo.ShortCommit(commit) : Units.Nothing,
                Units.Count(row.Runs),
                Units.Count(row.Series.Points.Count),
                $"`{row.Series.Sparkline(SparklineColumns)}`"
            );
        }
        return table;
    }

    private static string Time(double? microseconds) =>
        Units.Time(microseconds is { } time ? TimeSpan.FromMicroseconds(time) : null);
}
