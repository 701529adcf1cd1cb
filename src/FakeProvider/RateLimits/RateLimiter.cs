namespace GatewayBench;

/// <summary>Rate limits per API key, on an injected clock.</summary>
internal sealed class RateLimiter(RateLimitOptions options, TimeProvider clock)
{
    /// <summary>Keys beyond these share one set of buckets, so that memory stays bounded.</summary>
    public const int MaxKeys = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<ulong, KeyLimits> _byKey = [];
    private readonly KeyLimits _shared = new(options);
    private readonly long _start = clock.GetTimestamp();

    /// <param name="key">A hash of the API key: the key itself is not kept.</param>
    /// <param name="demand">What the request takes from its key's limits.</param>
    public RateLimitDecision Admit(ulong key, in RateLimitDemand demand)
    {
        lock (_gate)
        {
            var limits = LimitsOf(key);
            // The clock is read under the lock, so that no bucket sees it run backwards.
            limits.AdvanceTo(clock.GetElapsedTime(_start));
            var refusal = limits.Refusal(demand);
            if (refusal is null)
            {
                limits.Take(demand);
            }
            return limits.Decision(refusal);
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
