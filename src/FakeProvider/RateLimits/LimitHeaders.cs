using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>The three headers in which a provider shows one of its limits per minute.</summary>
internal sealed class LimitHeaders(string limit, string remaining, string reset)
{
    /// <param name="headers">Of the answer.</param>
    /// <param name="level">How full the limit's bucket is.</param>
    /// <param name="untilFull">When it is full again, as the provider writes it.</param>
    public void Write(IHeaderDictionary headers, in BucketLevel level, string untilFull)
    {
        headers[limit] = Text(level.Limit);
        headers[remaining] = Text(level.Remaining);
        headers[reset] = untilFull;
    }

    /// <summary>What every provider tells of a refusal: when to come again, or that it is no use.</summary>
    public static void WriteHints(IHeaderDictionary headers, RateLimitRefusal? refusal)
    {
        if (refusal?.RetryAfter is { } wait)
        {
            headers.RetryAfter = Text((long)Math.Ceiling(wait.TotalSeconds));
        }
        if (refusal is { IsFinal: true })
        {
            headers["x-should-retry"] = "false";
        }
    }

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
