namespace GatewayBench;

/// <summary>
/// The few counters that are read each second, at one instant and since the start: cheaper than
/// <see cref="FakeProviderStatistics"/>, whose histograms are copied.
/// </summary>
/// <param name="Requests">Requests to models that have ended, whether answered or abandoned.</param>
/// <param name="RateLimited">Answers with 429.</param>
/// <param name="Tokens">Of prompts and replies of answers with 200.</param>
/// <param name="InFlight">Requests that it is at work on now.</param>
/// <param name="Delays">How the delays before first tokens were drawn and were.</param>
internal readonly record struct ProviderCounters(
    long Requests,
    long RateLimited,
    long Tokens,
    int InFlight,
    DelaySums Delays
);
