namespace GatewayBench;

/// <summary>What the limiter decided, and how full the buckets were right after.</summary>
/// <param name="Requests">Null when requests are not limited.</param>
/// <param name="Tokens">Null when tokens are not limited.</param>
/// <param name="Refusal">Null when the request is admitted.</param>
internal readonly record struct RateLimitDecision(
    BucketLevel? Requests,
    BucketLevel? Tokens,
    RateLimitRefusal? Refusal
);

internal readonly record struct BucketLevel(int Limit, int Remaining, TimeSpan UntilFull);

/// <param name="Unit">The limit that refused, by its name on the wire.</param>
/// <param name="Limit">Per minute.</param>
/// <param name="Used">Of the limit, before this request.</param>
/// <param name="Requested">What this request would have taken.</param>
/// <param name="RetryAfter">Null when the request asks for more than the limit and so can never be
/// admitted.</param>
internal sealed record RateLimitRefusal(
    RateLimitUnit Unit,
    int Limit,
    int Used,
    long Requested,
    TimeSpan? RetryAfter
);

internal enum RateLimitUnit
{
    Requests,
    Tokens,
}
