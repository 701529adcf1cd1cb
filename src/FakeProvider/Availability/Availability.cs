namespace GatewayBench;

/// <summary>Whether the provider serves anybody: not in an outage, and not above its capacity.</summary>
internal sealed class Availability
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private readonly long _start;
    private readonly Outage[] _outages;
    private readonly Crowd? _crowd;

    private Availability(FakeProviderOptions options)
    {
        _clock = options.TimeProvider;
        _start = _clock.GetTimestamp();
        _outages = [.. options.Outages];
        _crowd = options.Overload.MaxInService is { } most ? new Crowd(most) : null;
    }

    /// <summary>Null when the options never let it be unavailable.</summary>
    public static Availability? Of(FakeProviderOptions options) =>
        options.Outages.Count > 0 || options.Overload.MaxInService is not null
            ? new Availability(options)
            : null;

    /// <summary>Null when the request is served: then it has to <see cref="Leave"/>.</summary>
    public Unavailability? Enter()
    {
        if (CurrentOutage() is { } outage)
        {
            return new Unavailability(RefusalReason.Outage, outage.Status);
        }
        if (_crowd is null)
        {
            return null;
        }
        lock (_gate)
        {
            if (_crowd.IsFull)
            {
                return new Unavailability(RefusalReason.Overload);
            }
            _crowd.Enter();
            return null;
        }
    }

    public void Leave()
    {
        if (_crowd is null)
        {
            return;
        }
        lock (_gate)
        {
            _crowd.Leave();
        }
    }

    private Outage? CurrentOutage()
    {
        if (_outages.Length == 0)
        {
            return null;
        }
        var now = _clock.GetElapsedTime(_start);
        return Array.Find(_outages, outage => outage.Covers(now));
    }
}
