using System.Diagnostics;
using System.Diagnostics.Tracing;

namespace GatewayBench;

/// <summary>
/// Sees the garbage collector stop and start this process's threads, by the runtime's own events:
/// https://learn.microsoft.com/dotnet/fundamentals/diagnostics/runtime-garbage-collection-events.
/// They cost something per collection and nothing per request.
/// </summary>
internal sealed class GcPauseWatch : EventListener
{
    private const EventKeywords GarbageCollection = (EventKeywords)0x1;
    private const int SuspendBegin = 9;
    private const int RestartEnd = 3;
    private const uint ForCollection = 1;
    private const uint ForPreparation = 6;

    /// <summary>The runtime hands events on every 10 ms.</summary>
    private static readonly TimeSpan HandingOn = TimeSpan.FromMilliseconds(50);

    // Events bear the time of day as it was when listening began, plus what has passed since by the
    // clock of Stopwatch: so both are read now, and its later corrections don't matter.
    private readonly long _listening = Stopwatch.GetTimestamp();
    private readonly DateTime _listeningAt = DateTime.UtcNow;
    private readonly int _collections = GC.CollectionCount(0);
    private long _suspended;

    /// <summary>In timestamps of <see cref="Stopwatch"/>.</summary>
    public GcPauseLog Log { get; } = new(TimeProvider.System);

    /// <summary>Waits until what has happened so far is known.</summary>
    public Task CatchUpAsync() =>
        GC.CollectionCount(0) == _collections ? Task.CompletedTask : Task.Delay(HandingOn);

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Microsoft-Windows-DotNETRuntime")
        {
            EnableEvents(eventSource, EventLevel.Informational, GarbageCollection);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventId == SuspendBegin)
        {
            var isOurs = eventData.Payload is [ForCollection or ForPreparation, ..];
            _suspended = isOurs ? TimestampOf(eventData) : 0;
        }
        else if (eventData.EventId == RestartEnd && _suspended != 0)
        {
            Log.Add(_suspended, TimestampOf(eventData));
            _suspended = 0;
        }
    }

    private long TimestampOf(EventWrittenEventArgs eventData) =>
        _listening + TimeProvider.System.TicksOf(eventData.TimeStamp - _listeningAt);
}
