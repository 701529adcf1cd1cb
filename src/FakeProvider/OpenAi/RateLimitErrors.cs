using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>The body of a 429, and the words that clients look for in its message.</summary>
internal static class RateLimitErrors
{
    public static ApiError From(RateLimitRefusal refusal, string model)
    {
        var limit = string.Create(
            CultureInfo.InvariantCulture,
            $"{model} on {LongName(refusal.Unit)}: Limit {refusal.Limit}"
        );
        var message = refusal.RetryAfter is { } wait
            ? $"Rate limit reached for {limit}, Used {refusal.Used}, Requested {refusal.Requested}. "
                + $"Please try again in {GoDuration.Format(wait)}."
            : $"Request too large for {limit}, Requested {refusal.Requested}. "
                + "Waiting does not help: shorten the prompt or lower the maximum of the reply.";
        return new ApiError(
            StatusCodes.Status429TooManyRequests,
            message,
            Code: "rate_limit_exceeded",
            Type: refusal.Unit == RateLimitUnit.Tokens ? "tokens" : "requests"
        );
    }

    private static string LongName(RateLimitUnit unit) =>
        unit == RateLimitUnit.Tokens ? "tokens per min (TPM)" : "requests per min (RPM)";
}
