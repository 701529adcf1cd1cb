namespace GatewayBench;

/// <summary>What a fake provider tells of itself.</summary>
internal sealed class ProviderSeries(FakeProvider provider) : ISeriesSource
{
    private static readonly SeriesName Requests = Rate("requests");
    private static readonly SeriesName RateLimited = Rate("rate_limited");
    private static readonly SeriesName Tokens = Rate("tokens");
    private static readonly SeriesName EarlyRetries = Rate("early_retries");
    private static readonly SeriesName InFlight = Value("in_flight", "{request}");
    private static readonly SeriesName Planned = Value("delay.planned", "s");
    private static readonly SeriesName Actual = Value("delay.actual", "s");
    private static readonly SeriesName Attempts = Value("attempts_per_request", "");
    private static readonly SeriesName LeftRequests = Value("remaining.requests", "{request}");
    private static readonly SeriesName LeftTokens = Value("remaining.tokens", "{token}");
    private static readonly SeriesName LeftInput = Value("remaining.input_tokens", "{token}");
    private static readonly SeriesName LeftOutput = Value("remaining.output_tokens", "{token}");
    private static readonly SeriesName RequestQuota = Value("remaining.request_quota", "{request}");
    private static readonly SeriesName TokenQuota = Value("remaining.token_quota", "{token}");

    private Reading _last;

    public void Begin() => _last = Reading.Of(provider);

    public void Read(double seconds, SeriesLog log)
    {
        var (last, now) = (_last, Reading.Of(provider));
        _last = now;
        var delays = now.Counters.Delays - last.Counters.Delays;
        log.Add(Requests, (now.Counters.Requests - last.Counters.Requests) / seconds);
        log.Add(RateLimited, (now.Counters.RateLimited - last.Counters.RateLimited) / seconds);
        log.Add(Tokens, (now.Counters.Tokens - last.Counters.Tokens) / seconds);
        log.Add(EarlyRetries, (now.EarlyRetries - last.EarlyRetries) / seconds);
        log.Add(InFlight, now.Counters.InFlight);
        // Of none there is no mean: nothing is noted then.
        log.Add(Planned, delays.Planned.TotalSeconds / delays.Count);
        log.Add(Actual, delays.Actual.TotalSeconds / delays.Count);
        log.Add(
            Attempts,
            (double)(now.Attempts - last.Attempts) / (now.FirstAttempts - last.FirstAttempts)
        );
        AddRemaining(log, provider.Remaining);
    }

    private static void AddRemaining(SeriesLog log, in RemainingLimits left)
    {
        log.Add(LeftRequests, left.Requests ?? double.NaN);
        log.Add(LeftTokens, left.Tokens ?? double.NaN);
        log.Add(LeftInput, left.InputTokens ?? double.NaN);
        log.Add(LeftOutput, left.OutputTokens ?? double.NaN);
        log.Add(RequestQuota, left.RequestQuota ?? double.NaN);
        log.Add(TokenQuota, left.TokenQuota ?? double.NaN);
    }

    private static SeriesName Value(string name, string unit) =>
        new(SeriesSource.Provider, $"provider.{name}", unit);

    private static SeriesName Rate(string name) => Value(name, "").Rate("rate");

    private readonly record struct Reading(
        ProviderCounters Counters,
        long Attempts,
        long FirstAttempts,
        long EarlyRetries
    )
    {
        public static Reading Of(FakeProvider provider) =>
            new(
                provider.Counters,
                provider.Arrivals.Attempts,
                provider.Arrivals.FirstAttempts,
                provider.Arrivals.EarlyRetries
            );
    }
}
