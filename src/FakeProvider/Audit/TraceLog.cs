namespace GatewayBench;

/// <summary>
/// When the last requests that said whose they are came and went, so that somebody with the same
/// clock can ask how long one id's were here. Memory is fixed.
/// </summary>
/// <param name="clock">Whose timestamps.</param>
/// <param name="length">How many requests are kept.</param>
internal sealed class TraceLog(TimeProvider clock, int length = TraceLog.DefaultLength)
{
    /// <summary>At 10,000 requests a second those of 6 s, in 4 MB.</summary>
    public const int DefaultLength = 65_536;

    /// <summary>To leave with, for who has not entered.</summary>
    public const long Nothing = -1;

    /// <summary>No place; all others are the number of a visit and 1.</summary>
    private const long Nowhere = 0;

    private readonly Lock _gate = new();
    private Visit[]? _visits;

    /// <summary>The last visits of the ids that share a bucket, so that nobody's have to be searched for.</summary>
    private long[] _last = [];

    private long _entered;

    /// <summary>Whose timestamps.</summary>
    public TimeProvider Clock => clock;

    /// <summary>Notes a request that says whose it is.</summary>
    /// <param name="identity">Who it is.</param>
    /// <param name="promptTokens">Of its prompt.</param>
    /// <returns>What to leave with.</returns>
    public long Enter(in RequestIdentity identity, int promptTokens = 0)
    {
        if (!identity.HasIdentity)
        {
            return Nothing;
        }
        lock (_gate)
        {
            if (_visits is null)
            {
                // Made when first needed: most providers of tests never see an id.
                (_visits, _last) = (new Visit[length], new long[length]);
            }
            ref var last = ref _last[BucketOf(identity.Id)];
            if (IsKept(last))
            {
                At(last).Next = _entered + 1;
            }
            // The time is read within the lock, so that the log is in its order.
            At(_entered + 1) = new Visit
            {
                Id = identity.Id,
                From = clock.GetTimestamp(),
                To = long.MaxValue,
                PromptTokens = promptTokens,
                Previous = last,
            };
            last = _entered + 1;
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
                At(number + 1).To = clock.GetTimestamp();
            }
        }
    }

    /// <summary>What came of an id's requests.</summary>
    /// <param name="id">Whose.</param>
    /// <param name="since">A timestamp before which none of them came.</param>
    /// <returns>Null if none came, or if one may have been overwritten.</returns>
    public TraceVisits? Of(RequestId id, long since)
    {
        lock (_gate)
        {
            var oldest = Math.Max(0, _entered - length) + 1;
            if (_visits is null || (oldest > 1 && At(oldest).From >= since))
            {
                return null;
            }
            var first = Nowhere;
            for (
                var place = _last[BucketOf(id)];
                IsKept(place) && At(place).From >= since;
                place = At(place).Previous
            )
            {
                first = At(place).Id == id ? place : first;
            }
            return first == Nowhere ? null : Sum(id, first, since);
        }
    }

    /// <inheritdoc cref="Of" />
    /// <summary>For how long at least one request of an id has been here.</summary>
    public TimeSpan? TimeOf(RequestId id, long since) => Of(id, since)?.Time;

    /// <summary>Those that overlap, as of sub-agents, count once.</summary>
    private TraceVisits Sum(RequestId id, long first, long until)
    {
        var (now, spent, requests, tokens) = (clock.GetTimestamp(), 0L, 0, 0L);
        for (var place = first; place != Nowhere; place = At(place).Next)
        {
            ref var visit = ref At(place);
            if (visit.Id == id)
            {
                var to = Math.Min(visit.To, now);
                spent += Math.Max(0, to - Math.Max(visit.From, until));
                until = Math.Max(until, to);
                (requests, tokens) = (requests + 1, tokens + visit.PromptTokens);
            }
        }
        return new TraceVisits(clock.GetElapsedTime(0, spent), requests, tokens);
    }

    private int BucketOf(RequestId id) => (int)((id.High ^ id.Low) % (ulong)length);

    private bool IsKept(long place) => place != Nowhere && place > _entered - length;

    private ref Visit At(long place) => ref _visits![(place - 1) % length];

    private struct Visit
    {
        /// <summary>Whose request.</summary>
        public RequestId Id;

        /// <summary>When it came.</summary>
        public long From;

        /// <summary>When it was done with; the greatest timestamp until then.</summary>
        public long To;

        public int PromptTokens;

        /// <summary>The one before it in its bucket.</summary>
        public long Previous;

        /// <summary>The one after it in its bucket.</summary>
        public long Next;
    }
}
