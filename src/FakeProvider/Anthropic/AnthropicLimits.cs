using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>
/// Rate limits in Anthropic's words. The headers of a limit that isn't set are left out.
/// </summary>
internal static class AnthropicLimits
{
    private static readonly Names Requests = new("requests");
    private static readonly Names Tokens = new("tokens");

    public static void WriteHeaders(
        IHeaderDictionary headers,
        in RateLimitDecision decision,
        DateTimeOffset now
    )
    {
        Write(headers, Requests, decision.Requests, now);
        Write(headers, Tokens, decision.Tokens, now);
        if (decision.Refusal?.RetryAfter is { } wait)
        {
            headers.RetryAfter = Text((long)Math.Ceiling(wait.TotalSeconds));
        }
    }

    public static ApiError ErrorOf(RateLimitRefusal refusal, string model)
    {
        var advice = refusal.RetryAfter is null
            ? "Waiting does not help: shorten the prompt or lower max_tokens."
            : "The response headers say how much is left and when to try again.";
        return new ApiError(
            StatusCodes.Status429TooManyRequests,
            string.Create(
                CultureInfo.InvariantCulture,
                $"This request would exceed your organization's rate limit of {refusal.Limit:N0} "
                    + $"{NameOf(refusal.Unit)} per minute (model: {model}). "
                    + $"Used {refusal.Used:N0}, requested {refusal.Requested:N0}. {advice}"
            )
        );
    }

    private static string NameOf(RateLimitUnit unit) =>
        unit == RateLimitUnit.Tokens ? "tokens" : "requests";

    private static void Write(
        IHeaderDictionary headers,
        Names names,
        BucketLevel? level,
        DateTimeOffset now
    )
    {
        if (level is not { } bucket)
        {
            return;
        }
        headers[names.Limit] = Text(bucket.Limit);
        headers[names.Remaining] = Text(bucket.Remaining);
        headers[names.Reset] = Instant(now + bucket.UntilFull);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>RFC 3339 in whole seconds, rounded up: at that instant the bucket is full.</summary>
    private static string Instant(DateTimeOffset instant) =>
        instant
            .AddTicks(TimeSpan.TicksPerSecond - 1)
            .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private sealed class Names(string unit)
    {
        public string Limit { get; } = $"anthropic-ratelimit-{unit}-limit";

        public string Remaining { get; } = $"anthropic-ratelimit-{unit}-remaining";

        public string Reset { get; } = $"anthropic-ratelimit-{unit}-reset";
    }
}
