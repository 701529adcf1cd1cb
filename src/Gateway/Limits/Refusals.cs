using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Gateway;

/// <summary>What a caller is told that has to come again later.</summary>
internal static class Refusals
{
    /// <param name="context">Gets the header <c>Retry-After</c>.</param>
    /// <param name="status">429 or 503.</param>
    /// <param name="detail">What is wrong, as a sentence.</param>
    /// <param name="limit">What the limit is called.</param>
    /// <param name="wait">How long it takes until trying again makes sense; rounded up to seconds.</param>
    public static ProblemHttpResult Of(
        HttpContext context,
        int status,
        string detail,
        string limit,
        TimeSpan wait
    )
    {
        var seconds = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        context.Response.Headers[HeaderNames.RetryAfter] = seconds;
        return TypedResults.Problem(
            $"{detail} Try again after {seconds} s.",
            statusCode: status,
            extensions: new Dictionary<string, object?> { ["limit"] = limit }
        );
    }
}
