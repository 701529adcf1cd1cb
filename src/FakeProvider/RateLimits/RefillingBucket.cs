namespace GatewayBench;

/// <summary>
/// A bucket that refills continuously, in integers throughout: what is used is counted in
/// 1/600,000,000 of an item, so that one clock tick of 100 ns gives back exactly
/// <paramref name="limit"/> of them and nothing is ever rounded. Not thread-safe.
/// </summary>
/// <param name="limit">Items per minute, and what the bucket holds.</param>
internal sealed class RefillingBucket(int limit)
{
    private const long UnitsPerItem = TimeSpan.TicksPerMinute;

    private long _usedUnits;
    private TimeSpan _now;

    public int Limit => limit;

    /// <summary>Whole items; one that is given back in part counts as used.</summary>
    public int Used => (int)DivideUp(_usedUnits, UnitsPerItem);

    public int Remaining => limit - Used;

    /// <summary>How long until the bucket is full again.</summary>
    public TimeSpan UntilFull => new(DivideUp(_usedUnits, limit));

    public BucketLevel Level => new(limit, Remaining, UntilFull);

    public void AdvanceTo(TimeSpan now)
    {
        if (now <= _now)
        {
            return;
        }
        // A minute refills everything; more would overflow.
        var elapsed = Math.Min((now - _now).Ticks, TimeSpan.TicksPerMinute);
        _usedUnits = Math.Max(0, _usedUnits - elapsed * limit);
        _now = now;
    }

    public bool Fits(long items) =>
        items <= limit && _usedUnits + items * UnitsPerItem <= limit * UnitsPerItem;

    public void Take(long items) => _usedUnits += items * UnitsPerItem;

    /// <summary>Null when so many items fit.</summary>
    public RateLimitRefusal? Refusal(RateLimitUnit unit, long items)
    {
        if (Fits(items))
        {
            return null;
        }
        if (items > limit)
        {
            return new RateLimitRefusal(RefusalReason.TooLarge, unit, limit, Used, items);
        }
        var reason =
            unit == RateLimitUnit.Requests ? RefusalReason.RateRequests : RefusalReason.RateTokens;
        return new RateLimitRefusal(reason, unit, limit, Used, items, UntilFits(items));
    }

    /// <summary>
    /// How long until so many items fit: (used + requested - limit) / (limit / 60 s), from the whole
    /// number that <see cref="Used"/> shows, as OpenAI's messages do.
    /// </summary>
    public TimeSpan UntilFits(long items) =>
        new(DivideUp((Used + items - limit) * UnitsPerItem, limit));

    private static long DivideUp(long dividend, long divisor) =>
        dividend / divisor + (dividend % divisor > 0 ? 1 : 0);
}
