namespace GatewayBench;

/// <summary>The limits of one API key. A refused request takes nothing from any of them.</summary>
internal sealed class KeyLimits(RateLimitOptions options)
{
    private readonly RefillingBucket?[] _buckets =
    [
        .. RateLimitOptions.Units.Select(unit =>
            options.PerMinute(unit) is { } limit ? new RefillingBucket(limit) : null
        ),
    ];

    private readonly Quota? _requestQuota = Quota(options.RequestQuota);
    private readonly Quota? _tokenQuota = Quota(options.TokenQuota);

    /// <summary>Those in service; null when nobody counts them.</summary>
    public Crowd? Crowd { get; } =
        options.ConcurrentRequests is { } limit ? new Crowd(limit) : null;

    public RemainingLimits Remaining =>
        new(
            Level(RateLimitUnit.Requests)?.Remaining,
            Level(RateLimitUnit.Tokens)?.Remaining,
            Level(RateLimitUnit.InputTokens)?.Remaining,
            Level(RateLimitUnit.OutputTokens)?.Remaining,
            _requestQuota?.Left,
            _tokenQuota?.Left
        );

    public void AdvanceTo(TimeSpan now)
    {
        foreach (var bucket in _buckets)
        {
            bucket?.AdvanceTo(now);
        }
    }

    public RateLimitRefusal? Refusal(in RateLimitDemand demand) =>
        Crowd?.Refusal()
        ?? _requestQuota?.Refusal(RateLimitUnit.Requests, 1)
        ?? _tokenQuota?.Refusal(RateLimitUnit.Tokens, demand.Tokens)
        ?? RateRefusal(demand);

    public void Take(in RateLimitDemand demand)
    {
        Crowd?.Enter();
        _requestQuota?.Take(1);
        _tokenQuota?.Take(demand.Tokens);
        foreach (var unit in RateLimitOptions.Units)
        {
            _buckets[(int)unit]?.Take(demand.Of(unit));
        }
    }

    public RateLimitDecision Decision(RateLimitRefusal? refusal) =>
        new(
            Level(RateLimitUnit.Requests),
            Level(RateLimitUnit.Tokens),
            Level(RateLimitUnit.InputTokens),
            Level(RateLimitUnit.OutputTokens),
            refusal
        );

    /// <summary>Of several buckets that refuse, the one with the longest wait: a shorter hint would be
    /// too short.</summary>
    private RateLimitRefusal? RateRefusal(in RateLimitDemand demand)
    {
        RateLimitRefusal? longest = null;
        foreach (var unit in RateLimitOptions.Units)
        {
            if (
                _buckets[(int)unit]?.Refusal(unit, demand.Of(unit)) is { } refusal
                && (longest is null || Wait(refusal) > Wait(longest))
            )
            {
                longest = refusal;
            }
        }
        return longest;

        static TimeSpan Wait(RateLimitRefusal refusal) => refusal.RetryAfter ?? TimeSpan.MaxValue;
    }

    private static Quota? Quota(long? limit) => limit is { } value ? new Quota(value) : null;

    private BucketLevel? Level(RateLimitUnit unit) => _buckets[(int)unit]?.Level;
}
