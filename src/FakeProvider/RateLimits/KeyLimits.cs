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

    public void AdvanceTo(TimeSpan now)
    {
        foreach (var bucket in _buckets)
        {
            bucket?.AdvanceTo(now);
        }
    }

    public RateLimitRefusal? Refusal(in RateLimitDemand demand) => RateRefusal(demand);

    public void Take(in RateLimitDemand demand)
    {
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

    private BucketLevel? Level(RateLimitUnit unit) => _buckets[(int)unit]?.Level;
}
