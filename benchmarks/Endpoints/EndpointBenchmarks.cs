using BenchmarkDotNet.Attributes;
using GatewayBench.Benchmarks.Requests;

namespace GatewayBench.Benchmarks.Endpoints;

/// <summary>
/// One user's exchanges with the sample gateway, one after the other, and a provider that answers
/// at once. Time and allocations are those of the whole process: client, gateway and provider.
/// Mean and RPS include waking the benchmark's thread, which waits for each reply; percentiles don't.
/// </summary>
[MemoryDiagnoser]
[RequestDiagnoser]
[GcServer(true)] // As the gateway ships: the Web SDK's default.
public class EndpointBenchmarks
{
    private MeasuredUser _user = null!;

    [ParamsSource(nameof(Endpoints))]
    public string Endpoint { get; set; } = "";

    public static IEnumerable<string> Endpoints =>
        MeasuredCases.All.Select(measured => measured.Name);

    /// <summary>Waits by itself, as not every toolchain awaits a setup.</summary>
    [GlobalSetup]
    public void Start()
    {
        var measured = MeasuredCases.All.Single(its => its.Name == Endpoint);
        _user = MeasuredUser.StartAsync(measured).GetAwaiter().GetResult();
    }

    [Benchmark]
    public Task Exchange() => _user.ExchangeAsync();

    [GlobalCleanup]
    public void Stop()
    {
        RequestLog.Write(_user.Measured);
        _user.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
