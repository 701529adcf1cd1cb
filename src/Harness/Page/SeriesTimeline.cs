namespace GatewayBench;

/// <summary>What was watched beside a row's load and is most often what gives way.</summary>
internal static class SeriesTimeline
{
    /// <summary>Lines that can be told apart.</summary>
    private const int MostLines = 4;

    private static readonly SeriesChart[] Charts =
    [
        new("Latency by endpoint", "p99, by the gateway", "http.server.request.duration", ".p99"),
        new("Wait for an outgoing connection", "p99", "http.client.request.time_in_queue", ".p99"),
        new("Outgoing connections", "open", "http.client.open_connections", ""),
        new("Kestrel's connections", "open", "kestrel.active_connections", ""),
        new("Kestrel's queues", "connections and requests that wait", "kestrel.queued_", ""),
        new("Database connections of the pool", "by state", "db.client.connection.count", ""),
        new("Waiting for the pool", "requests", "db.client.connection.pending_requests", ""),
        new("Waiting for the pool", "requests", "db.client.connection.npgsql.pending_requests", ""),
        new("Wait for the store", "p99", "db.client.connection.wait_time", ".p99"),
        new("Use of the store", "p99", "db.client.connection.use_time", ".p99"),
        new("Size of the store", "of its files", "gateway.store.size", ""),
        new("Size of the database", "of PostgreSQL's", "postgres.database_size", ""),
        new("Cache", "hits and misses per second", "gateway.cache.requests", ".rate"),
        new("Cache evictions", "per second, by reason", "gateway.cache.evictions", ".rate"),
        new("Circuit breaker", "changes per second", "gateway.provider.breaker.changes", ".rate"),
        new("Runs", "that wait", "gateway.runs.queued", ""),
        new("PostgreSQL's connections", "by state", "postgres.connections", ""),
        new("Exceptions", "per second, by type", "dotnet.exceptions", ".rate"),
        new(
            "Memory by generation",
            "after the last collection",
            "dotnet.gc.last_collection.heap.size",
            ""
        ),
        new("Open descriptors", "of the process", "process.open_descriptors", ""),
        new(
            "Left of the provider's limits",
            "of the key that has least",
            "provider.remaining.",
            ""
        ),
        new(
            "Attempts for each request",
            "that the provider saw",
            "provider.attempts_per_request",
            ""
        ),
    ];

    public static IEnumerable<Chart> Of(RowResult row, ChartAxis axis)
    {
        double[] seconds = [.. row.Timeline.Select(slice => slice.From + slice.Seconds / 2)];
        return Charts.Select(chart => Of(chart, row, axis, seconds)).OfType<Chart>();
    }

    private static Chart? Of(SeriesChart chart, RowResult row, ChartAxis axis, double[] seconds)
    {
        WatchedSeries[] series =
        [
            .. row
                .Series.Where(chart.Shows)
                .OrderByDescending(one => one.Values.Max())
                .Take(MostLines)
                .OrderBy(one => one.Name, StringComparer.Ordinal),
        ];
        if (series.Length == 0)
        {
            return null;
        }
        var text = TextOf(series[0].Unit);
        return TimeChart.Of(
            chart.Title,
            lines => ChartAxis.Counts(chart.Meaning, lines, text),
            axis,
            seconds,
            [
                .. series.Select(one => new TimeColumn(
                    chart.ShortName(one),
                    text,
                    [.. one.Values.Select(value => value ?? double.NaN)],
                    Enumerable.Max
                )),
            ]
        );
    }

    private static Func<double, string> TextOf(string unit) =>
        unit switch
        {
            "s" => seconds => Units.Time(TimeSpan.FromSeconds(seconds)),
            "By" => bytes => Units.Bytes(bytes),
            _ => Units.Count,
        };
}
