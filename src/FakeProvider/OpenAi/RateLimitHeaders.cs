using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>OpenAI's rate-limit headers: those of a limit that isn't set are left out.</summary>
internal static class RateLimitHeaders
{
    private static readonly Names Requests = new("requests");
    private static readonly Names Tokens = new("tokens");

    public static void Write(IHeaderDictionary headers, in RateLimitDecision decision)
    {
        Write(headers, Requests, decision.Requests);
        Write(headers, Tokens, decision.Tokens);
        if (decision.Refusal?.RetryAfter is { } wait)
        {
            headers["retry-after-ms"] = Text(GoDuration.CeilingMilliseconds(wait));
            headers.RetryAfter = Text((long)Math.Ceiling(wait.TotalSeconds));
        }
    }

    private static void Write(IHeaderDictionary headers, Names names, BucketLevel? level)
    {
        if (level is not { } bucket)
        {
            return;
        }
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
