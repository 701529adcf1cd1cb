namespace GatewayBench;

/// <summary>What is looked at for drift.</summary>
internal static class DriftSubjects
{
    private const double Megabyte = 1e6;
    private const int MostGauges = 20;

    /// <summary>What gauges are called that count what a gateway keeps.</summary>
    private static readonly string[] Kept =
    [
        "active",
        "cache",
        "connections",
        "count",
        "entries",
        "items",
        "memory",
        "open",
        "pending",
        "queue",
        "session",
        "size",
        "store",
    ];

    private static readonly DriftSubject[] Known =
    [
        new(
            "heap",
            "heap after collections",
            "By",
            signals => AsItChanges(Heap(signals)),
            Megabyte,
            LeastShare: 0.05
        )
        {
            Floor = AfterFullCollections,
            Limit = signals => signals.IsGatewayRead ? signals.Facts.HeapBytes : null,
        },
        new(
            "working_set",
            "working set",
            "By",
            signals =>
                signals.Max(
                    new SeriesPattern("dotnet.process.memory.working_set"),
                    new SeriesPattern("process.working_set"),
                    new SeriesPattern("process.resident_memory")
                ),
            Megabyte,
            LeastShare: 0.05
        ),
        new(
            "descriptors",
            "open descriptors",
            "",
            signals =>
                signals.Max(
                    new SeriesPattern("process.open_descriptors"),
                    new SeriesPattern("process.open_fds")
                ),
            LeastChange: 10,
            LeastShare: 0.05
        )
        {
            Limit = signals => signals.IsGatewayRead ? signals.Facts.Descriptors : null,
        },
        new(
            "sockets",
            "TCP sockets",
            "",
            signals => signals.Max(new SeriesPattern("net.tcp.in_use")),
            LeastChange: 10,
            LeastShare: 0.05
        ),
        new(
            "threads",
            "thread-pool threads",
            "",
            signals =>
                signals.Max(new SeriesPattern("dotnet.thread_pool.thread.count"))
                ?? signals.OfResources("threads", slice => slice.Threads),
            LeastChange: 4,
            LeastShare: 0.1
        ),
        new(
            "p50",
            "p50",
            "us",
            signals => signals.OfTimeline("latency p50", slice => slice.P50),
            LeastChange: 0,
            LeastShare: 0.1
        ),
        new(
            "p99",
            "p99",
            "us",
            signals => signals.OfTimeline("latency p99", slice => slice.P99),
            LeastChange: 0,
            LeastShare: 0.1
        ),
    ];

    /// <summary>What reports tell of in any row.</summary>
    public static IEnumerable<(string Name, string Title)> Always =>
        Known.Select(subject => (subject.Name, subject.Title));

    public static IEnumerable<DriftSubject> Of(RowResult row) =>
        Known.Concat(row.Series.Where(IsOfWhatIsKept).Take(MostGauges).Select(Gauge));

    private static Signal? Heap(RowSignals signals) =>
        signals.Sum(new SeriesPattern("dotnet.gc.last_collection.heap.size"));

    /// <summary>
    /// Others leave what lives for a while and then dies: without a full one in sight a healthy heap
    /// grows as steadily as a leak.
    /// </summary>
    private static Signal AfterFullCollections(RowSignals signals)
    {
        var (heap, full) = (
            Heap(signals)!,
            signals.Sum(
                new SeriesPattern("dotnet.gc.collections", Kind: "rate", With: "generation=gen2")
            )
        );
        return heap with
        {
            Values = [.. heap.Values.Select((value, i) => full?.Values[i] > 0 ? value : null)],
        };
    }

    /// <summary>
    /// Only where there was a collection: until the next one the heap may do what it likes, and what
    /// stands there is the last one's.
    /// </summary>
    private static Signal? AsItChanges(Signal? signal)
    {
        if (signal is null)
        {
            return null;
        }
        double? last = null;
        return signal with
        {
            Values =
            [
                .. signal.Values.Select(value =>
                {
                    var isNew = value is not null && last is not null && value != last;
                    last = value ?? last;
                    return isNew ? value : null;
                }),
            ],
        };
    }

    private static bool IsOfWhatIsKept(WatchedSeries series) =>
        series.Source
            is SeriesSource.Gateway
                or SeriesSource.Remote
                or SeriesSource.Postgres
                or SeriesSource.Redis
        && SeriesPattern.IsOfValue(series)
        && Array.Exists(
            Kept,
            word => series.Name.Contains(word, StringComparison.OrdinalIgnoreCase)
        );

    private static DriftSubject Gauge(WatchedSeries series) =>
        new(
            series.Name,
            series.Name,
            series.Unit == "By" ? "By" : "",
            _ => new Signal(series.Name, series.Values),
            series.Unit == "By" ? Megabyte : 10,
            LeastShare: 0.1
        )
        {
            Limit = signals =>
                series.Name == "redis.used_memory"
                && signals.Max(new SeriesPattern("redis.maxmemory")) is { } most
                && most.Values.OfType<double>().Last() is > 0 and var limit
                    ? limit
                    : null,
        };
}
