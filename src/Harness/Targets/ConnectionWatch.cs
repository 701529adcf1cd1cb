using System.Diagnostics.Tracing;

namespace GatewayBench;

/// <summary>
/// Sees the connections of clients that no filter can reach (a bare <c>HttpClient</c>, a database
/// driver) by the runtime's own events, which cost something per connection and nothing per
/// request. The events carry no sender, so with several hosts in a process a call counts as
/// allowed when any of them lists it.
/// </summary>
internal sealed class ConnectionWatch : EventListener
{
    private static EgressGuard[] s_guards = [];
    private static ConnectionWatch? s_watch;

    public static void Add(EgressGuard guard)
    {
        lock (Listeners.Gate)
        {
            s_guards = [.. s_guards, guard];
            s_watch ??= new ConnectionWatch();
        }
    }

    public static void Remove(EgressGuard guard)
    {
        lock (Listeners.Gate)
        {
            s_guards = [.. s_guards.Where(g => g != guard)];
            if (s_guards.Length == 0)
            {
                s_watch?.Dispose();
                s_watch = null;
            }
        }
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name is "System.Net.NameResolution" or "System.Net.Sockets")
        {
            EnableEvents(eventSource, EventLevel.Informational);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.Payload is not [string subject, ..])
        {
            return;
        }
        if (eventData.EventName == "ResolutionStart")
        {
            Judge(subject, guard => IsThisMachine(subject) || guard.Allows(subject));
        }
        else if (
            eventData.EventName == "ConnectStart"
            && SocketAddressText.ParseIp(subject) is { } ip
        )
        {
            Judge(ip.ToString(), guard => guard.Allows(ip));
        }
    }

    /// <summary>Asking for the machine's own name raises the event too, with an empty one.</summary>
    private static bool IsThisMachine(string host) =>
        host.Length == 0
        || host.Equals(Environment.MachineName, StringComparison.OrdinalIgnoreCase);

    private static void Judge(string host, Func<EgressGuard, bool> allowed)
    {
        var guards = s_guards;
        if (guards.Length > 0 && !guards.Any(allowed))
        {
            Array.ForEach(guards, guard => guard.Deny(host, held: false));
        }
    }
}
