using System.Diagnostics;
using System.Diagnostics.Tracing;

namespace GatewayBench;

/// <summary>
/// Sees the garbage collector stop and start this process's threads, by the runtime's own events:
/// https://learn.microsoft.com/dotnet/fundamentals/diagnostics/runtime-garbage-collection-events.
/// They cost something per collection and nothing per request. It watches until the process ends:
/// the runtime ends a listener to its own events in the background, with the locks of <see
/// cref="Listeners"/>.
/// </summary>
internal sealed class GcPauseWatch : EventListener
{
    private const EventKeywords GarbageCollection = (EventKeywords)0x1;
    private const int SuspendBegin = 9;
    private const int RestartEnd = 3;
    private const uint ForCollection = 1;
    private const uint ForPreparation = 6;

    private static GcPauseWatch? s_watch;

    // Events bear the time of day as it was when listening began, plus what has passed since by the
    // clock of Stopwatch: so both are read now, and its later corrections don't matter.
    private readonly long _listening = Stopwatch.GetTimestamp();
    private readonly DateTime _listeningAt = DateTime.UtcNow;
    private long _suspended;

    private GcPauseWatch() { }

    /// <summary>The one of this process, which watches from the first call on.</summary>
    public static GcPauseWatch Shared
    {
        get
        {
            lock (Listeners.Gate)
            {
                return s_watch ??= new GcPauseWatch();
            }
        }
    }

    /// <summary>The runtime hands events on every 10 ms: what has happened is known this much later.</summary>
    public static TimeSpan HandingOn { get; } = TimeSpan.FromMilliseconds(50);

    /// <summary>In timestamps of <see cref="Stopwatch"/>.</summary>
    public GcPauseLog Log { get; } = new(TimeProvider.System);

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
