namespace GatewayBench;

/// <summary>
/// What the limiter decided, and how full the buckets were right after. The level of what is not
/// limited is null.
/// </summary>
/// <param name="Requests">Of the requests.</param>
/// <param name="Tokens">Of input and output together.</param>
/// <param name="InputTokens">Of the prompts.</param>
/// <param name="OutputTokens">Of what the replies may have.</param>
/// <param name="Refusal">Null when the request is admitted.</param>
internal readonly record struct RateLimitDecision(
    BucketLevel? Requests,
    BucketLevel? Tokens,
    BucketLevel? InputTokens,
    BucketLevel? OutputTokens,
    RateLimitRefusal? Refusal
)
{
    /// <summary>Whether anything is limited per minute.</summary>
    public bool HasLevels => (Requests ?? Tokens ?? InputTokens ?? OutputTokens) is not null;
}
