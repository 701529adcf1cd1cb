using System.Diagnostics.Metrics;

namespace Gateway;

/// <summary>How many runs wait and work, how long they took and how they ended.</summary>
internal sealed class RunMetrics
{
    private readonly UpDownCounter<long> _running;
    private readonly Histogram<double> _duration;
    private RunQueue? _queue;

    public RunMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(GatewayMetrics.MeterName);
        meter.CreateObservableUpDownCounter(
            "gateway.runs.queued",
            () => _queue?.Count ?? 0,
            "{run}",
            "Runs that wait."
        );
        _running = meter.CreateUpDownCounter<long>(
            "gateway.runs.running",
            "{run}",
            "Runs that work."
        );
        _duration = meter.CreateHistogram(
            "gateway.runs.duration",
            "s",
            "Time that runs worked, by how they ended.",
            advice: new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600],
            }
        );
    }

    public void Observe(RunQueue queue) => _queue = queue;

    public void Started() => _running.Add(1);

    public void Ended(string state, TimeSpan duration)
    {
        _running.Add(-1);
        _duration.Record(
            duration.TotalSeconds,
            KeyValuePair.Create<string, object?>("state", state)
        );
    }
}
