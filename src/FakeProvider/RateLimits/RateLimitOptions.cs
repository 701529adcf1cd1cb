namespace GatewayBench;

/// <summary>
/// What one API key may use; nothing is limited by default. Each limit per minute is a bucket that
/// holds one minute's worth, is full at the start and refills continuously at a sixtieth of the limit
/// per second. Whatever is set applies to all wire formats, and a refused request uses up nothing.
/// </summary>
public sealed class RateLimitOptions
{
    /// <summary>Requests to models per minute and key: at least 1, or null (the default) for no
    /// limit.</summary>
    public int? RequestsPerMinute { get; set; }

    /// <summary>
    /// Tokens per minute and key: at least 1, or null (the default) for no limit. A request takes its
    /// prompt's tokens and the most that it lets the reply have.
    /// </summary>
    public int? TokensPerMinute { get; set; }

    /// <summary>Tokens of prompts per minute and key: at least 1, or null (the default) for no
    /// limit.</summary>
    public int? InputTokensPerMinute { get; set; }

    /// <summary>
    /// Tokens of replies per minute and key: at least 1, or null (the default) for no limit. A request
    /// takes the most that it lets the reply have.
    /// </summary>
    public int? OutputTokensPerMinute { get; set; }

    /// <summary>Requests to models that a key may make in all: at least 0, or null (the default) for no
    /// limit. Used up, it never refills.</summary>
    public long? RequestQuota { get; set; }

    /// <summary>
    /// Tokens that a key may use in all, counted as for <see cref="TokensPerMinute"/>: at least 0, or
    /// null (the default) for no limit. Used up, it never refills.
    /// </summary>
    public long? TokenQuota { get; set; }

    /// <summary>Requests of one key that may be in service at once, from being admitted to being
    /// answered to the end: at least 1, or null (the default) for no limit.</summary>
    public int? ConcurrentRequests { get; set; }

    /// <summary>Requests of all keys together that may be in service at once: at least 1, or null (the
    /// default) for no limit.</summary>
    public int? TotalConcurrentRequests { get; set; }

    internal RateLimitOptions Copy() => (RateLimitOptions)MemberwiseClone();

    internal static readonly RateLimitUnit[] Units = Enum.GetValues<RateLimitUnit>();

    internal int? PerMinute(RateLimitUnit unit) =>
        unit switch
        {
            RateLimitUnit.Requests => RequestsPerMinute,
            RateLimitUnit.InputTokens => InputTokensPerMinute,
            RateLimitUnit.OutputTokens => OutputTokensPerMinute,
            _ => TokensPerMinute,
        };

    internal bool LimitsConcurrency => (ConcurrentRequests ?? TotalConcurrentRequests) is not null;

    internal bool Any =>
        LimitsConcurrency
        || (RequestQuota ?? TokenQuota) is not null
        || Units.Any(unit => PerMinute(unit) is not null);
}
