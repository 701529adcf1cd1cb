using System.Diagnostics.Tracing;
using BenchmarkDotNet.Engines;

namespace GatewayBench.Benchmarks.Endpoints;

/// <summary>
/// Knows when the benchmark's iterations count: not while it compiles, looks for its pace, warms
/// up or repeats an iteration to see allocations. The engine says so by events on its own thread.
/// </summary>
internal sealed class MainRun(TimeProvider clock) : EventListener
{
    private long _iterationStarted;
    private volatile bool _isOn;

    public bool IsOn => _isOn;

    /// <summary>When the first iteration began.</summary>
    public DateTimeOffset Started { get; private set; }

    /// <summary>What the iterations took together, without what lay between them.</summary>
    public TimeSpan Length { get; private set; }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == EngineEventSource.SourceName)
        {
            EnableEvents(eventSource, EventLevel.Informational);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventId == EngineEventSource.WorkloadActualStartEventId)
        {
            Started = Length == TimeSpan.Zero ? clock.GetUtcNow() : Started;
            _iterationStarted = clock.GetTimestamp();
            _isOn = true;
        }
        else if (eventData.EventId == EngineEventSource.WorkloadActualStopEventId)
        {
            _isOn = false;
            Length += clock.GetElapsedTime(_iterationStarted);
        }
    }
}
