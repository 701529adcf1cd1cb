namespace Gateway;

/// <summary>Which failures may pass, and how long to wait for that.</summary>
internal sealed class RetryRules(ResilienceOptions options, Func<double> jitter)
{
    private readonly double _longest = options.MaxRetryAfterSeconds * 1000.0;

    /// <summary>
    /// Whether asking again may help: rate limits, statuses 408, 409 and from 500, connections and
    /// time-outs; never against the provider's word (<see cref="ProviderException.RetryIsNoUse"/>).
    /// </summary>
    public static bool MayPass(ProviderException e) =>
        !e.RetryIsNoUse
        && e.Failure switch
        {
            ProviderFailure.RateLimited
            or ProviderFailure.Unreachable
            or ProviderFailure.ConnectionCut
            or ProviderFailure.TimedOut
            or ProviderFailure.StreamFailed => true,
            ProviderFailure.ErrorStatus => e.Status is 408 or 409 or >= 500,
            _ => false,
        };

    /// <summary>Whether it speaks of a provider in trouble, rather than of our request or our quota.</summary>
    public static bool IsOutage(ProviderException e) =>
        e.Failure switch
        {
            ProviderFailure.Unreachable
            or ProviderFailure.ConnectionCut
            or ProviderFailure.TimedOut
            or ProviderFailure.StreamFailed
            or ProviderFailure.InvalidAnswer => true,
            ProviderFailure.ErrorStatus => e.Status >= 500,
            _ => false,
        };

    /// <summary>
    /// What the provider asked for and never less, else half of a back-off that doubles with each retry;
    /// to both is added up to half that back-off.
    /// </summary>
    /// <param name="retry">From 0.</param>
    /// <param name="failure">Of the attempt before.</param>
    /// <returns>Null if the provider asks for more than may be waited.</returns>
    public TimeSpan? WaitBefore(int retry, ProviderException failure)
    {
        var half = Math.Min(options.BaseDelayMilliseconds * Math.Pow(2, retry), _longest) / 2;
        var asked = failure.RetryAfter?.TotalMilliseconds;
        if (asked > _longest)
        {
            return null;
        }
        // Timers count whole milliseconds, and may end one early.
        return TimeSpan.FromMilliseconds(Math.Ceiling((asked ?? half) + jitter() * half) + 1);
    }
}
