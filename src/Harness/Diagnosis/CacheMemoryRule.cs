namespace GatewayBench;

/// <summary>The cache drops answers for want of room: evictions per second, those of their age aside.</summary>
internal static class CacheMemoryRule
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "cache_memory",
            Title = "cache memory",
            Read = signals =>
                signals.Sum(
                    new SeriesPattern("gateway.cache.evictions", "rate", Without: "expired"),
                    new SeriesPattern("redis.evicted_keys", "rate")
                )
                // Nothing was evicted yet of a cache that tells of itself.
                ?? signals.Sum(new SeriesPattern("gateway.cache.entries"))?.Times(0),
            Floor = 1,
            Cause = "more distinct prompts than the cache has room for",
            NextStep =
                "raise the cache's limits, shorten the lifetime of its entries, or cache fewer prompts",
        };
}
