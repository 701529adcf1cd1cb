namespace GatewayBench;

/// <summary>What is left of a key's limits; null of what is not limited.</summary>
/// <param name="Requests">Of the requests per minute.</param>
/// <param name="Tokens">Of the tokens per minute, of input and output together.</param>
/// <param name="InputTokens">Of the tokens of prompts per minute.</param>
/// <param name="OutputTokens">Of the tokens of replies per minute.</param>
/// <param name="RequestQuota">Of the requests in all.</param>
/// <param name="TokenQuota">Of the tokens in all.</param>
internal readonly record struct RemainingLimits(
    long? Requests,
    long? Tokens,
    long? InputTokens,
    long? OutputTokens,
    long? RequestQuota,
    long? TokenQuota
)
{
    /// <summary>The less of either, of each limit; both of the same options.</summary>
    public RemainingLimits Least(in RemainingLimits other) =>
        new(
            Less(Requests, other.Requests),
            Less(Tokens, other.Tokens),
            Less(InputTokens, other.InputTokens),
            Less(OutputTokens, other.OutputTokens),
            Less(RequestQuota, other.RequestQuota),
            Less(TokenQuota, other.TokenQuota)
        );

    private static long? Less(long? one, long? other) => one < other ? one : other;
}
