using BenchmarkDotNet.Attributes;

namespace GatewayBench.Benchmarks.Recording;

/// <summary>What counting one value costs; the time per value must stay under 10 ns.</summary>
[MemoryDiagnoser]
public class HistogramBenchmarks
{
    private const int Values = 16 * 1024;

    private readonly long[] _microseconds = new long[Values];
    private readonly LongHistogram _histogram = new(1, 3_600_000_000, 3);
    private readonly LongHistogram _snapshot = new(1, 3_600_000_000, 3);

    /// <summary>Latencies from 20 us to seconds: log-normal around 400 us, with a long tail.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        for (var i = 0; i < Values; i++)
        {
            var normal =
                Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()))
                * Math.Cos(2 * Math.PI * random.NextDouble());
            _microseconds[i] = (long)(400 * Math.Exp(1.5 * normal));
        }
    }

    [Benchmark(OperationsPerInvoke = Values)]
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
