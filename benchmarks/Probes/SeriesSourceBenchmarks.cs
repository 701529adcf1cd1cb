using BenchmarkDotNet.Attributes;
using Microsoft.Win32.SafeHandles;

namespace GatewayBench.Benchmarks.Probes;

/// <summary>
/// What the harness reads once a second beside the meters: the kernel's files, with as many
/// descriptors open, and the fake provider's counters. All together at most 5 ms of CPU time.
/// </summary>
[MemoryDiagnoser]
public class SeriesSourceBenchmarks
{
    private readonly SeriesLog _log = new();
    private readonly ProcessSeries _kernel = new();
    private FakeProvider _provider = null!;
    private ProviderSeries _counters = null!;
    private SafeFileHandle[] _open = [];

    /// <summary>Descriptors on top of the process's own.</summary>
    [Params(0, 1_000)]
    public int Descriptors { get; set; }

    [GlobalSetup]
    public async Task StartAsync()
    {
        _open =
        [
            .. Enumerable
                .Range(0, Descriptors)
                .Select(_ => File.OpenHandle(Environment.ProcessPath!)),
        ];
        _provider = await FakeProvider.StartAsync();
        _counters = new ProviderSeries(_provider);
        _kernel.Begin();
        _counters.Begin();
    }

    [GlobalCleanup]
    public async Task StopAsync()
    {
        foreach (var file in _open)
        {
            file.Dispose();
        }
        await _provider.DisposeAsync();
    }

    [Benchmark]
    public void Kernel() => _kernel.Read(1, _log);

    [Benchmark]
    public void Provider() => _counters.Read(1, _log);
}
