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
    private static readonly Names InputTokens = new("input-tokens");
    private static readonly Names OutputTokens = new("output-tokens");

    public static void WriteHeaders(
        IHeaderDictionary headers,
        in RateLimitDecision decision,
        DateTimeOffset now
    )
    {
        Write(headers, Requests, decision.Requests, now);
        Write(headers, Tokens, decision.Tokens, now);
        Write(headers, InputTokens, decision.InputTokens, now);
        Write(headers, OutputTokens, decision.OutputTokens, now);
        if (decision.Refusal?.RetryAfter is { } wait)
        {
            headers.RetryAfter = Text((long)Math.Ceiling(wait.TotalSeconds));
        }
        if (decision.Refusal is { IsFinal: true })
        {
            headers["x-should-retry"] = "false";
        }
    }

    public static ApiError ErrorOf(RateLimitRefusal refusal, string model) =>
        new(
            StatusCodes.Status429TooManyRequests,
            Text($"{Reason(refusal, model)} {Usage(refusal)}")
        );

    private static string Reason(RateLimitRefusal refusal, string model)
    {
        var unit = NameOf(refusal.Unit);
        return refusal.Reason switch
        {
            RefusalReason.Quota => Text(
                $"You have used up your quota of {refusal.Limit:N0} {unit}."
            ),
            RefusalReason.Concurrency => Text(
                $"This request would exceed your limit of {refusal.Limit:N0} concurrent requests."
            ),
            _ => Text(
                $"This request would exceed your organization's rate limit of {refusal.Limit:N0} {unit} per minute (model: {model})."
            ),
        };
    }

    private static string Usage(RateLimitRefusal refusal)
    {
        var advice = refusal switch
        {
            { Reason: RefusalReason.TooLarge } =>
                "Waiting does not help: shorten the prompt or lower max_tokens.",
            { IsFinal: true } => "Waiting does not help.",
            _ => "The response headers say how much is left.",
        };
        return Text($"Used {refusal.Used:N0}, requested {refusal.Requested:N0}. {advice}");
    }

    private static string NameOf(RateLimitUnit unit) =>
        unit switch
        {
            RateLimitUnit.Requests => "requests",
            RateLimitUnit.InputTokens => "input tokens",
            RateLimitUnit.OutputTokens => "output tokens",
            _ => "tokens",
        };

    private static string Text(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);

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
