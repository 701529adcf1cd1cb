namespace GatewayBench.FakeProviderTests;

/// <summary>
/// What a key's limits have to admit, by other arithmetic than the provider's: by virtual scheduling
/// (GCRA, ITU-T I.371), which keeps for each limit the instant when it would be full again and no
/// level at all. Time is in ticks x limit, so that all is in whole numbers.
/// </summary>
internal sealed class ScheduledLimits(RateLimitOptions options)
{
    private const long Minute = TimeSpan.TicksPerMinute;

    private readonly Dictionary<RateLimitUnit, Int128> _fullAt = [];
    private Int128 _requestsUsed;
    private Int128 _tokensUsed;

    /// <summary>Zero when the request is admitted, which then counts; else how many ticks later it
    /// would be, or null when it never would.</summary>
    public long? Admit(TimeSpan at, in RateLimitDemand demand)
    {
        if (
            _requestsUsed + 1 > (options.RequestQuota ?? Int128.MaxValue)
            || _tokensUsed + demand.Tokens > (options.TokenQuota ?? Int128.MaxValue)
        )
        {
            return null;
        }
        var after = new Dictionary<RateLimitUnit, Int128>();
        var wait = Int128.Zero;
        foreach (var unit in Enum.GetValues<RateLimitUnit>())
        {
            if (LimitOf(unit) is not { } limit)
            {
                continue;
            }
            var now = (Int128)at.Ticks * limit;
            var items = demand.Of(unit);
            if (items > limit)
            {
                return null;
            }
            after[unit] = Int128.Max(_fullAt.GetValueOrDefault(unit), now) + (Int128)items * Minute;
            var excess = after[unit] - now - (Int128)limit * Minute;
            wait = Int128.Max(wait, (excess + limit - 1) / limit);
        }
        if (wait <= 0)
        {
            foreach (var (unit, instant) in after)
            {
                _fullAt[unit] = instant;
            }
            _requestsUsed++;
            _tokensUsed += demand.Tokens;
        }
        return (long)wait;
    }

    private int? LimitOf(RateLimitUnit unit) =>
        unit switch
        {
            RateLimitUnit.Requests => options.RequestsPerMinute,
            RateLimitUnit.Tokens => options.TokensPerMinute,
            RateLimitUnit.InputTokens => options.InputTokensPerMinute,
            RateLimitUnit.OutputTokens => options.OutputTokensPerMinute,
            _ => throw new ArgumentOutOfRangeException(nameof(unit)),
        };
}
