namespace GatewayBench;

/// <summary>Why the limits of a key refuse a request.</summary>
/// <param name="Reason">A rate, the size, a quota or the concurrency.</param>
/// <param name="Unit">What the limit that refused counts.</param>
/// <param name="Limit">Per minute for a rate; in all for a quota; at once for the concurrency.</param>
/// <param name="Used">Of the limit, before this request.</param>
/// <param name="Requested">What this request would have taken.</param>
/// <param name="RetryAfter">After which wait the request fits, unless others come first. Only a rate
/// can tell.</param>
internal sealed record RateLimitRefusal(
    RefusalReason Reason,
    RateLimitUnit Unit,
    long Limit,
    long Used,
    long Requested,
    TimeSpan? RetryAfter = null
)
{
    /// <summary>Whether the same request can never be admitted, however long the client waits.</summary>
    public bool IsFinal => Reason is RefusalReason.TooLarge or RefusalReason.Quota;
}
