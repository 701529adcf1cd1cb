using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>
/// Ends requests whose answer has not begun when their <see cref="Deadline"/> passes: 504 for their
/// own, 503 for that of the gateway's stop. It speaks the framework's own words
/// (<c>DisableRequestTimeout</c>, <see cref="IHttpRequestTimeoutFeature"/>) by the gateway's clock,
/// and also where a handler took the end for its caller's leaving.
/// </summary>
internal sealed class RequestTimeout(
    RequestDelegate next,
    IOptions<RequestTimeoutOptions> options,
    Draining draining,
    TimeProvider clock
)
{
    private readonly TimeSpan _limit = TimeSpan.FromSeconds(options.Value.Seconds);

    public Task InvokeAsync(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<DisableRequestTimeoutAttribute>() is null
            ? LimitAsync(context)
            : next(context);

    private async Task LimitAsync(HttpContext context)
    {
        var left = context.RequestAborted;
        using var deadline = new Deadline(_limit, clock, left, draining.Ending);
        context.RequestAborted = deadline.RequestTimeoutToken;
        context.Features.Set<IHttpRequestTimeoutFeature>(deadline);
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (deadline.Passed && !context.Response.HasStarted)
        {
            // Answered below.
        }
        finally
        {
            context.RequestAborted = left;
            context.Features.Set<IHttpRequestTimeoutFeature>(null);
        }
        if (deadline.Passed && !context.Response.HasStarted)
        {
            context.Response.Clear();
            CorrelationId.Announce(context);
            await ProblemOf(deadline, context).ExecuteAsync(context);
        }
    }

    private ProblemHttpResult ProblemOf(Deadline deadline, HttpContext context) =>
        deadline.Stopped
            ? Draining.Refusal(context)
            : TypedResults.Problem(
                $"There was no answer within {_limit.TotalSeconds} s, which is the limit.",
                statusCode: StatusCodes.Status504GatewayTimeout
            );
}
