namespace GatewayBench;

/// <summary>What a key may use in all: it never refills. Not thread-safe.</summary>
internal sealed class Quota(long limit)
{
    private long _used;

    public long Left => limit - _used;

    /// <summary>Null when so many items are left.</summary>
    public RateLimitRefusal? Refusal(RateLimitUnit unit, long items) =>
        items <= limit - _used
            ? null
            : new RateLimitRefusal(RefusalReason.Quota, unit, limit, _used, items);

    public void Take(long items) => _used += items;
}
