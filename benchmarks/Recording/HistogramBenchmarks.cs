using BenchmarkDotNet.Attributes;

namespace GatewayBench.Benchmarks.Recording;

/// <summary>What counting one value costs; it must stay under 10 ns and allocate nothing.</summary>
[MemoryDiagnoser]
public class HistogramBenchmarks
{
    private readonly long[] _microseconds = Latencies.Draw();
    private readonly LongHistogram _histogram = new(1, 3_600_000_000, 3);
    private readonly LongHistogram _snapshot = new(1, 3_600_000_000, 3);

    [Benchmark(OperationsPerInvoke = Latencies.Count)]
    public void RecordValue()
    {
        foreach (var value in _microseconds)
        {
            _histogram.RecordValue(value);
        }
    }

    [Benchmark]
    public void Snapshot() => _histogram.CopyInto(_snapshot);
}
