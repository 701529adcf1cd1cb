using System.Diagnostics.Metrics;

namespace Gateway;

/// <summary>
/// Waits for and use of connections, and what the store takes. Names, units and bounds: OpenTelemetry semantic conventions for
/// database client metrics.
/// </summary>
internal sealed class PoolMetrics
{
    private const string PoolName = "db.client.connection.pool.name";
    private const string State = "db.client.connection.state";

    private static readonly InstrumentAdvice<double> Bounds = new()
    {
        HistogramBucketBoundaries = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10],
    };

    private readonly Histogram<double> _wait;
    private readonly Histogram<double> _use;
    private readonly Counter<long> _timeouts;
    private volatile ConnectionPool[] _pools = [];
    private volatile Func<long>? _size;

    public PoolMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(GatewayMetrics.MeterName);
        _wait = meter.CreateHistogram(
            "db.client.connection.wait_time",
            "s",
            "Time until a connection to the store was to be had.",
            advice: Bounds
        );
        _use = meter.CreateHistogram(
            "db.client.connection.use_time",
            "s",
            "Time from lending a connection to getting it back.",
            advice: Bounds
        );
        _timeouts = meter.CreateCounter<long>(
            "db.client.connection.timeouts",
            "{timeout}",
            "Waits for a connection that were given up."
        );
        meter.CreateObservableUpDownCounter(
            "db.client.connection.count",
            () => _pools.SelectMany(Count),
            "{connection}",
            "Connections in use and, where the pool is ours, idle."
        );
        meter.CreateObservableUpDownCounter(
            "db.client.connection.max",
            () => _pools.Select(pool => new Measurement<int>(pool.Max, NameOf(pool.Name))),
            "{connection}",
            "Most connections in use at once."
        );
        meter.CreateObservableUpDownCounter(
            "db.client.connection.pending_requests",
            () => _pools.Select(pool => new Measurement<int>(pool.Waiting, NameOf(pool.Name))),
            "{request}",
            "Callers that wait for a connection."
        );
        meter.CreateObservableGauge<long>(
            "gateway.store.size",
            () => _size is { } size ? [new Measurement<long>(size())] : [],
            "By",
            "What the store's files take."
        );
    }

    /// <summary>Reports these pools from now on.</summary>
    public void Observe(params ConnectionPool[] pools) => _pools = pools;

    /// <summary>Reports what the store takes from now on, in bytes.</summary>
    public void ObserveSize(Func<long> size) => _size = size;

    public void Waited(string pool, TimeSpan time) => _wait.Record(time.TotalSeconds, NameOf(pool));

    public void Used(string pool, TimeSpan time) => _use.Record(time.TotalSeconds, NameOf(pool));

    public void TimedOut(string pool) => _timeouts.Add(1, NameOf(pool));

    private static IEnumerable<Measurement<int>> Count(ConnectionPool pool)
    {
        yield return new(pool.Used, NameOf(pool.Name), new(State, "used"));
        if (pool.Idle is { } idle)
        {
            yield return new(idle, NameOf(pool.Name), new(State, "idle"));
        }
    }

    private static KeyValuePair<string, object?> NameOf(string pool) => new(PoolName, pool);
}
