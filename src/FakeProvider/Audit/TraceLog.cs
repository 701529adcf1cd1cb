namespace GatewayBench;

/// <summary>
/// When the last requests that said whose they are came and went, so that somebody with the same
/// clock can ask how long one id's were here. Memory is fixed.
/// </summary>
/// <param name="clock">Whose timestamps.</param>
/// <param name="length">How many requests are kept.</param>
internal sealed class TraceLog(TimeProvider clock, int length = TraceLog.DefaultLength)
{
    /// <summary>At 10,000 requests a second those of 6 s, in 2 MB.</summary>
    public const int DefaultLength = 65_536;

    /// <summary>To leave with, for who has not entered.</summary>
    public const long Nothing = -1;

    private readonly Lock _gate = new();
    private Visit[]? _visits;
    private long _entered;

    /// <summary>Whose timestamps.</summary>
    public TimeProvider Clock => clock;

    /// <summary>Notes a request that says whose it is.</summary>
    /// <returns>What to leave with.</returns>
    public long Enter(in RequestIdentity identity)
    {
        if (!identity.HasIdentity)
        {
            return Nothing;
        }
        lock (_gate)
        {
            // Made when first needed: most providers of tests never see an id.
            _visits ??= new Visit[length];
            // The time is read within the lock, so that the log is in its order.
            At(_entered) = new Visit(identity.Id, clock.GetTimestamp(), long.MaxValue);
            return _entered++;
        }
    }

    public void Leave(long number)
    {
        if (number == Nothing)
        {
            return;
        }
        lock (_gate)
        {
            if (_entered - number <= length)
            {
                At(number) = At(number) with { To = clock.GetTimestamp() };
            }
        }
    }

    /// <summary>For how long at least one request of an id has been here.</summary>
    /// <param name="id">Whose requests.</param>
    /// <param name="since">A timestamp before which none of them came.</param>
    /// <returns>Null if none came, or if one may have been overwritten.</returns>
    public TimeSpan? TimeOf(RequestId id, long since)
    {
        lock (_gate)
        {
            var oldest = Math.Max(0, _entered - length);
            var first = _entered;
            while (first > oldest && At(first - 1).From >= since)
            {
                first--;
            }
            return first == oldest && oldest > 0 ? null : TimeOf(id, first, since);
        }
    }

    /// <summary>Those that overlap, as of sub-agents, count once.</summary>
    private TimeSpan? TimeOf(RequestId id, long first, long until)
    {
        var (now, spent, any) = (clock.GetTimestamp(), 0L, false);
        for (var number = first; number < _entered; number++)
        {
            var visit = At(number);
            if (visit.Id == id)
            {
                any = true;
                var to = Math.Min(visit.To, now);
                spent += Math.Max(0, to - Math.Max(visit.From, until));
                until = Math.Max(until, to);
            }
        }
        return any ? clock.GetElapsedTime(0, spent) : null;
    }

    private ref Visit At(long number) => ref _visits![number % length];

    /// <param name="Id">Whose request.</param>
    /// <param name="From">When it came.</param>
    /// <param name="To">When it was done with; the greatest timestamp until then.</param>
    private readonly record struct Visit(RequestId Id, long From, long To);
}
