namespace GatewayBench;

/// <summary>
/// What the row's fake provider did in one slice of its measured time, usually a second, whoever
/// asked.
/// </summary>
/// <param name="Second">Its end, in seconds from the start of the measured time.</param>
/// <param name="Seconds">Its length.</param>
/// <param name="Requests">Requests to models that ended, whether answered or abandoned.</param>
/// <param name="RateLimited">Those of them that were answered with 429.</param>
/// <param name="Tokens">Of the prompts and replies of those that were answered with 200.</param>
/// <param name="InFlight">Requests that it was at work on at its end.</param>
/// <param name="PlannedDelayMicroseconds">
/// Mean of the delays before a first token that ended in it, as they were drawn; null without any.
/// </param>
/// <param name="ActualDelayMicroseconds">The same as they were.</param>
public sealed record ProviderSlice(
    double Second,
    double Seconds,
    long Requests,
    long RateLimited,
    long Tokens,
    int InFlight,
    double? PlannedDelayMicroseconds,
    double? ActualDelayMicroseconds
);
