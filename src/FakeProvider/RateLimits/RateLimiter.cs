namespace GatewayBench;

/// <summary>Rate limits per API key, on an injected clock.</summary>
internal sealed class RateLimiter(RateLimitOptions options, TimeProvider clock)
{
    /// <summary>Keys beyond these share one set of buckets, so that memory stays bounded.</summary>
    public const int MaxKeys = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<ulong, KeyLimits> _byKey = [];
    private readonly KeyLimits _shared = new(options);
    private readonly Crowd? _crowd = options.TotalConcurrentRequests is { } limit
        ? new Crowd(limit)
        : null;
    private readonly long _start = clock.GetTimestamp();

    /// <summary>Whether an admitted request has to <see cref="Leave"/>.</summary>
    public bool LimitsConcurrency { get; } = options.LimitsConcurrency;

    /// <param name="key">A hash of the API key: the key itself is not kept.</param>
    /// <param name="demand">What the request takes from its key's limits.</param>
    public RateLimitDecision Admit(ulong key, in RateLimitDemand demand)
    {
        lock (_gate)
        {
            var limits = LimitsOf(key);
            // The clock is read under the lock, so that no bucket sees it run backwards.
            limits.AdvanceTo(clock.GetElapsedTime(_start));
            var refusal = _crowd?.Refusal() ?? limits.Refusal(demand);
            if (refusal is null)
            {
                _crowd?.Enter();
                limits.Take(demand);
            }
            return limits.Decision(refusal);
        }
    }

    /// <summary>An admitted request has ended.</summary>
    /// <param name="key">With which it was admitted.</param>
    public void Leave(ulong key)
    {
        lock (_gate)
        {
            _crowd?.Leave();
            LimitsOf(key).Crowd?.Leave();
        }
    }

    /// <summary>The least that any key has left, of each limit; those of a new key before there is one.</summary>
    public RemainingLimits LeastRemaining()
    {
        lock (_gate)
        {
            var now = clock.GetElapsedTime(_start);
            _shared.AdvanceTo(now);
            var least = _shared.Remaining;
            foreach (var limits in _byKey.Values)
            {
                limits.AdvanceTo(now);
                least = least.Least(limits.Remaining);
            }
            return least;
        }
    }

    private KeyLimits LimitsOf(ulong key)
    {
        if (_byKey.TryGetValue(key, out var limits))
        {
            return limits;
        }
        if (_byKey.Count >= MaxKeys)
        {
            return _shared;
        }
        limits = new KeyLimits(options);
        _byKey.Add(key, limits);
        return limits;
    }
}
