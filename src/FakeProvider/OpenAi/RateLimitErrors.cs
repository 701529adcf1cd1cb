using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>The body of a 429, and the words that clients look for in its message.</summary>
internal static class RateLimitErrors
{
    public static ApiError From(RateLimitRefusal refusal, string model) =>
        refusal.Reason == RefusalReason.Quota
            ? Quota(refusal)
            : new ApiError(
                StatusCodes.Status429TooManyRequests,
                Message(refusal, model),
                Code: "rate_limit_exceeded",
                Type: refusal.Unit == RateLimitUnit.Requests ? "requests" : "tokens"
            );

    private static ApiError Quota(RateLimitRefusal refusal)
    {
        var unit = refusal.Unit == RateLimitUnit.Requests ? "requests" : "tokens";
        return new ApiError(
            StatusCodes.Status429TooManyRequests,
            Text(
                $"You exceeded your current quota of {unit}: Limit {refusal.Limit}, Used {refusal.Used}, Requested {refusal.Requested}. It does not refill."
            ),
            Code: "insufficient_quota",
            Type: "insufficient_quota"
        );
    }

    private static string Message(RateLimitRefusal refusal, string model)
    {
        var limit = Text($"{model} on {LongName(refusal)}: Limit {refusal.Limit}");
        var requested = Text($"Requested {refusal.Requested}");
        var used = Text($"Used {refusal.Used}");
        return refusal switch
        {
            { RetryAfter: { } wait } => $"Rate limit reached for {limit}, {used}, {requested}. "
                + $"Please try again in {GoDuration.Format(wait)}.",
            { Reason: RefusalReason.Concurrency } =>
                $"Rate limit reached for {limit}, {used}, {requested}. "
                    + "Please try again when one of them has ended.",
            _ => $"Request too large for {limit}, {requested}. "
                + "Waiting does not help: shorten the prompt or lower the maximum of the reply.",
        };
    }

    private static string LongName(RateLimitRefusal refusal) =>
        refusal.Reason == RefusalReason.Concurrency
            ? "concurrent requests"
            : refusal.Unit switch
            {
                RateLimitUnit.Requests => "requests per min (RPM)",
                RateLimitUnit.InputTokens => "input tokens per min (ITPM)",
                RateLimitUnit.OutputTokens => "output tokens per min (OTPM)",
                _ => "tokens per min (TPM)",
            };

    private static string Text(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);
}
