using BenchmarkDotNet.Attributes;

namespace GatewayBench.Benchmarks.Recording;

/// <summary>
/// What the harness does with one finished exchange, its timestamps excluded: four histograms, an
/// outcome and the bytes.
/// </summary>
[MemoryDiagnoser]
public class RecorderBenchmarks
{
    private static readonly TimeProvider Clock = TimeProvider.System;
    private readonly Recorder _recorder = new(
        new RecorderShape(Clock.TimestampFrequency, Checks: 1, Metrics: [], HasSchedule: true)
    );
    private readonly Hit[] _hits = [.. Latencies.Draw().Select(Success)];

    [Benchmark(OperationsPerInvoke = Latencies.Count)]
    public void RecordHit()
    {
        foreach (ref readonly var hit in _hits.AsSpan())
        {
            _recorder.Record(hit);
        }
    }

    private static Hit Success(long microseconds)
    {
        var ended = microseconds * Clock.TimestampFrequency / 1_000_000;
        return new Hit(
            Intended: 0,
            Sent: 0,
            FirstByte: ended * 9 / 10,
            ended,
            Outcome.Success,
            Bytes: 200
        );
    }
}
