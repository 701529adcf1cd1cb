using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>
/// OpenAI's rate-limit headers. Whoever limits anything per minute gets all six, as from OpenAI, so
/// that no client finds some missing: what is not limited shows the largest limit there is, untouched.
/// </summary>
internal static class RateLimitHeaders
{
    private static readonly LimitHeaders Requests = Of("requests");
    private static readonly LimitHeaders Tokens = Of("tokens");
    private static readonly BucketLevel Unlimited = new(int.MaxValue, int.MaxValue, TimeSpan.Zero);

    public static void Write(IHeaderDictionary headers, in RateLimitDecision decision)
    {
        if (decision.HasLevels)
        {
            Write(headers, Requests, decision.Requests ?? Unlimited);
            Write(headers, Tokens, decision.Tokens ?? Unlimited);
        }
        if (decision.Refusal?.RetryAfter is { } wait)
        {
            var milliseconds = GoDuration.CeilingMilliseconds(wait);
            headers["retry-after-ms"] = LimitHeaders.Text(milliseconds);
        }
        LimitHeaders.WriteHints(headers, decision.Refusal);
    }

    private static void Write(
        IHeaderDictionary headers,
        LimitHeaders names,
        in BucketLevel level
    ) => names.Write(headers, level, GoDuration.Format(level.UntilFull));

    private static LimitHeaders Of(string unit) =>
        new(
            $"x-ratelimit-limit-{unit}",
            $"x-ratelimit-remaining-{unit}",
            $"x-ratelimit-reset-{unit}"
        );
}
