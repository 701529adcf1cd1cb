using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>
/// Rate limits in Anthropic's words. The headers of a limit that isn't set are left out.
/// </summary>
internal static class AnthropicLimits
{
    private static readonly LimitHeaders Requests = Of("requests");
    private static readonly LimitHeaders Tokens = Of("tokens");
    private static readonly LimitHeaders InputTokens = Of("input-tokens");
    private static readonly LimitHeaders OutputTokens = Of("output-tokens");

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
        LimitHeaders.WriteHints(headers, decision.Refusal);
    }

    public static ApiError ErrorOf(RateLimitRefusal refusal, string model) =>
        new(
            StatusCodes.Status429TooManyRequests,
            FormattableString.Invariant($"{Reason(refusal, model)} {Usage(refusal)}")
        );

    private static string Reason(RateLimitRefusal refusal, string model)
    {
        var unit = NameOf(refusal.Unit);
        return refusal.Reason switch
        {
            RefusalReason.Quota => FormattableString.Invariant(
                $"You have used up your quota of {refusal.Limit:N0} {unit}."
            ),
            RefusalReason.Concurrency => FormattableString.Invariant(
                $"This request would exceed your limit of {refusal.Limit:N0} concurrent requests."
            ),
            _ => FormattableString.Invariant(
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
        return FormattableString.Invariant(
            $"Used {refusal.Used:N0}, requested {refusal.Requested:N0}. {advice}"
        );
    }

    private static string NameOf(RateLimitUnit unit) =>
        unit switch
        {
            RateLimitUnit.Requests => "requests",
            RateLimitUnit.InputTokens => "input tokens",
            RateLimitUnit.OutputTokens => "output tokens",
            _ => "tokens",
        };

    private static void Write(
        IHeaderDictionary headers,
        LimitHeaders names,
        BucketLevel? level,
        DateTimeOffset now
    )
    {
        if (level is { } bucket)
        {
            names.Write(headers, bucket, Instant(now + bucket.UntilFull));
        }
    }

    /// <summary>RFC 3339 in whole seconds, rounded up: at that instant the bucket is full.</summary>
    private static string Instant(DateTimeOffset instant) =>
        instant
            .AddTicks(TimeSpan.TicksPerSecond - 1)
            .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static LimitHeaders Of(string unit) =>
        new(
            $"anthropic-ratelimit-{unit}-limit",
            $"anthropic-ratelimit-{unit}-remaining",
            $"anthropic-ratelimit-{unit}-reset"
        );
}
