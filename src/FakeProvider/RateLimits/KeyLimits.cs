namespace GatewayBench;

/// <summary>The buckets of one API key. A refused request takes nothing from either.</summary>
internal sealed class KeyLimits(RateLimitOptions options)
{
    private readonly RefillingBucket? _requests = Bucket(options.RequestsPerMinute);
    private readonly RefillingBucket? _tokens = Bucket(options.TokensPerMinute);

    public RateLimitDecision Admit(long tokens, TimeSpan now)
    {
        _requests?.AdvanceTo(now);
        _tokens?.AdvanceTo(now);
        var refusal =
            Refusal(_requests, RateLimitUnit.Requests, 1)
            ?? Refusal(_tokens, RateLimitUnit.Tokens, tokens);
        if (refusal is null)
        {
            _requests?.Take(1);
            _tokens?.Take(tokens);
        }
        return new RateLimitDecision(Level(_requests), Level(_tokens), refusal);
    }

    private static RefillingBucket? Bucket(int? limit) =>
        limit is { } value ? new RefillingBucket(value) : null;

    private static RateLimitRefusal? Refusal(
        RefillingBucket? bucket,
        RateLimitUnit unit,
        long requested
    )
    {
        if (bucket is null || bucket.Fits(requested))
        {
            return null;
        }
        TimeSpan? retryAfter = requested > bucket.Limit ? null : bucket.UntilFits(requested);
        return new RateLimitRefusal(unit, bucket.Limit, bucket.Used, requested, retryAfter);
    }

    private static BucketLevel? Level(RefillingBucket? bucket) =>
        bucket is null ? null : new BucketLevel(bucket.Limit, bucket.Remaining, bucket.UntilFull);
}
