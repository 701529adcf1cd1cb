using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>
/// OpenAI's rate-limit headers. Whoever limits anything per minute gets all six, as from OpenAI, so
/// that no client finds some missing: what is not limited shows the largest limit there is, untouched.
/// </summary>
internal static class RateLimitHeaders
{
    private static readonly Names Requests = new("requests");
    private static readonly Names Tokens = new("tokens");
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
            headers["retry-after-ms"] = Text(GoDuration.CeilingMilliseconds(wait));
            headers.RetryAfter = Text((long)Math.Ceiling(wait.TotalSeconds));
        }
        if (decision.Refusal is { IsFinal: true })
        {
            headers["x-should-retry"] = "false";
        }
    }

    private static void Write(IHeaderDictionary headers, Names names, in BucketLevel bucket)
    {
        headers[names.Limit] = Text(bucket.Limit);
        headers[names.Remaining] = Text(bucket.Remaining);
        headers[names.Reset] = GoDuration.Format(bucket.UntilFull);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed class Names(string unit)
    {
        public string Limit { get; } = $"x-ratelimit-limit-{unit}";

        public string Remaining { get; } = $"x-ratelimit-remaining-{unit}";

        public string Reset { get; } = $"x-ratelimit-reset-{unit}";
    }
}
