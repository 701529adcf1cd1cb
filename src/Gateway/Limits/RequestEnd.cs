using Microsoft.AspNetCore.Http.Timeouts;

namespace Gateway;

/// <summary>Why a request was over before it was answered, in the words of the metrics' outcomes.</summary>
internal static class RequestEnd
{
    /// <summary>Its caller left.</summary>
    public const string Left = "cancelled";

    /// <summary>Its time was up.</summary>
    public const string TimedOut = "timeout";

    /// <summary>The gateway stops, and could not wait for it.</summary>
    public const string Stopped = "shutdown";

    /// <param name="context">A request that was aborted.</param>
    public static string Of(HttpContext context) =>
        context.Features.Get<IHttpRequestTimeoutFeature>() is Deadline { Passed: true } deadline
            ? deadline.Stopped
                ? Stopped
                : TimedOut
            : Left;
}
