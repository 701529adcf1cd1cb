namespace GatewayBench;

/// <summary>
/// What one API key may use. Each limit is a bucket that holds one minute's worth, is full at the
/// start and refills continuously at a sixtieth of the limit per second.
/// </summary>
public sealed class RateLimitOptions
{
    /// <summary>Chat requests per minute and key: at least 1, or null (the default) for no
    /// limit.</summary>
    public int? RequestsPerMinute { get; set; }

    /// <summary>
    /// Tokens per minute and key: at least 1, or null (the default) for no limit. A request takes its
    /// prompt's tokens and the most that it lets the reply have.
    /// </summary>
    public int? TokensPerMinute { get; set; }

    internal RateLimitOptions Copy() => (RateLimitOptions)MemberwiseClone();

    internal bool Any => RequestsPerMinute is not null || TokensPerMinute is not null;
}
