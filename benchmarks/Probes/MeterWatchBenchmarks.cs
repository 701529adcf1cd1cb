using System.Diagnostics.Metrics;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;

namespace GatewayBench.Benchmarks.Probes;

/// <summary>
/// What it adds to a request that the harness listens: a chat measures nine times, of which five
/// are listened to. At most 300 ns, without
/// allocating. The second one is what the harness does once a second: at most 5 ms of CPU time.
/// </summary>
[MemoryDiagnoser]
public class MeterWatchBenchmarks
{
    private static readonly KeyValuePair<string, object?> Get = new("http.request.method", "POST");
    private static readonly KeyValuePair<string, object?> Scheme = new("url.scheme", "http");
    private static readonly KeyValuePair<string, object?> Host = new("server.address", "127.0.0.1");
    private static readonly KeyValuePair<string, object?> Port = new("server.port", 8090);
    private static readonly KeyValuePair<string, object?> Status = new(
        "http.response.status_code",
        200
    );
    private static readonly KeyValuePair<string, object?> Version = new(
        "network.protocol.version",
        "1.1"
    );
    private static readonly KeyValuePair<string, object?> Route = new("http.route", "/api/chat");
    private static readonly KeyValuePair<string, object?> Idle = new(
        "http.connection.state",
        "idle"
    );
    private static readonly KeyValuePair<string, object?> Active = new(
        "http.connection.state",
        "active"
    );

    private readonly IMeterFactory _scope = new ServiceCollection()
        .AddMetrics()
        .BuildServiceProvider()
        .GetRequiredService<IMeterFactory>();
    private readonly SeriesLog _log = new();
    private MeterWatch? _watch;
    private UpDownCounter<long> _serving = null!;
    private Histogram<double> _served = null!;
    private UpDownCounter<long> _calling = null!;
    private UpDownCounter<long> _connections = null!;
    private Histogram<double> _queued = null!;
    private Histogram<double> _called = null!;

    /// <summary>Whether the harness listens.</summary>
    [Params(false, true)]
    public bool Watched { get; set; }

    [GlobalSetup]
    public void Start()
    {
        var server = _scope.Create("Microsoft.AspNetCore.Hosting");
        var client = _scope.Create("System.Net.Http");
        _serving = server.CreateUpDownCounter<long>("http.server.active_requests");
        _served = server.CreateHistogram<double>("http.server.request.duration", "s");
        _calling = client.CreateUpDownCounter<long>("http.client.active_requests");
        _connections = client.CreateUpDownCounter<long>("http.client.open_connections");
        _queued = client.CreateHistogram<double>("http.client.request.time_in_queue", "s");
        _called = client.CreateHistogram<double>("http.client.request.duration", "s");
        _watch = Watched ? new MeterWatch(new WatchedMeters(_scope, [])) : null;
        // Fifteen other routes came first.
        for (var i = 1; i < InstrumentCells.MostSets; i++)
        {
            _served.Record(0.01, Get, Scheme, Status, Version, new("http.route", $"/other/{i}"));
        }
        Request();
        _watch?.Begin();
    }

    [GlobalCleanup]
    public void Stop() => _watch?.Dispose();

    [Benchmark]
    public void Request()
    {
        _serving.Add(1, Get, Scheme);
        _calling.Add(1, Get, Host, Port, Scheme);
        _queued.Record(0.0001, Get, Host, Port, Scheme, Version);
        _connections.Add(-1, Version, Idle, Host, Port, Scheme);
        _connections.Add(1, Version, Active, Host, Port, Scheme);
        _called.Record(0.4, Get, Host, Port, Scheme, Status, Version);
        _calling.Add(-1, Get, Host, Port, Scheme);
        _served.Record(0.41, Get, Scheme, Status, Version, Route);
        _serving.Add(-1, Get, Scheme);
    }

    [Benchmark]
    public void Second() => _watch?.Read(1, _log);
}
