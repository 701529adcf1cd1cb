namespace GatewayBench;

/// <summary>What one request takes from the limits of its key.</summary>
/// <param name="InputTokens">Of its prompt.</param>
/// <param name="OutputTokens">The most that it lets the reply have.</param>
internal readonly record struct RateLimitDemand(long InputTokens, long OutputTokens)
{
    public long Tokens => InputTokens + OutputTokens;

    public long Of(RateLimitUnit unit) =>
        unit switch
        {
            RateLimitUnit.Requests => 1,
            RateLimitUnit.InputTokens => InputTokens,
            RateLimitUnit.OutputTokens => OutputTokens,
            _ => Tokens,
        };
}
