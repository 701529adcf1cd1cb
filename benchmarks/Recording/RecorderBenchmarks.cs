using BenchmarkDotNet.Attributes;

namespace GatewayBench.Benchmarks.Recording;

/// <summary>
/// What the harness does with one finished exchange, its timestamps excluded: four histograms, an
/// outcome and the bytes; and together with that, what it does to know when to start it: at most
/// 40 ns, without allocating.
/// </summary>
[MemoryDiagnoser]
public class RecorderBenchmarks
{
    private static readonly TimeProvider Clock = TimeProvider.System;
    private static readonly RecorderShape Shape = new(
        Clock.TimestampFrequency,
        Checks: 1,
        Metrics: [],
        HasSchedule: true,
        Slowest: 10
    );
    private readonly Recorder _recorder = new(Shape);
    private readonly IntendedTimes _schedule = new(
        Load.Poisson(5_000, TimeSpan.FromDays(30)).NewPacer(seed: 42),
        origin: 0,
        Clock
    );
    private readonly Hit[] _hits = [.. Latencies.Draw().Select(Success)];

    [Benchmark(OperationsPerInvoke = Latencies.Count)]
    public void RecordHit()
    {
        foreach (ref readonly var hit in _hits.AsSpan())
        {
            Record(hit);
        }
    }

    /// <summary>As on the way of every hit of an open load.</summary>
    /// <returns>When the last one was due, so that nothing can be left out.</returns>
    [Benchmark(OperationsPerInvoke = Latencies.Count)]
    public long RecordScheduledHit()
    {
        var due = 0L;
        foreach (ref readonly var hit in _hits.AsSpan())
        {
            _schedule.TryNext(out due);
            _recorder.Progress(hit);
            Record(hit);
        }
        return due;
    }

    private void Record(in Hit hit)
    {
        if (_recorder.Record(hit))
        {
            _recorder.Slowest.Keep(new SlowCandidate(hit, default, Provider: null));
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
