using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>
/// Serves so many requests at once, of each caller and of all; some more wait in the order in which
/// they came.
/// </summary>
internal sealed class ConcurrencyLimit(
    RequestDelegate next,
    ConcurrencyLimiter limiter,
    CallerPlaces places,
    IOptions<ConcurrencyOptions> options,
    LimitMetrics metrics
)
{
    // Nobody knows when a request ends: so soon that a free place is not left empty for long.
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(1);

    private readonly ConcurrencyOptions _limits = options.Value;

    public async Task InvokeAsync(HttpContext context)
    {
        var caller = Caller.Of(context);
        if (!places.TryTake(caller))
        {
            await RefuseAsync(
                context,
                StatusCodes.Status429TooManyRequests,
                "caller_concurrency",
                $"{_limits.MaxPerCaller} requests of caller '{caller}' are being served or wait"
            );
            return;
        }
        try
        {
            await ServeAsync(context);
        }
        finally
        {
            places.GiveBack(caller);
        }
    }

    private async Task ServeAsync(HttpContext context)
    {
        using var place = await limiter.AcquireAsync(1, context.RequestAborted);
        if (place.IsAcquired)
        {
            await next(context);
            return;
        }
        await RefuseAsync(
            context,
            StatusCodes.Status503ServiceUnavailable,
            "concurrency",
            $"{_limits.MaxRequests} requests are being served and {_limits.MaxQueued} wait"
        );
    }

    private Task RefuseAsync(HttpContext context, int status, string limit, string why)
    {
        metrics.Refused(limit);
        return Refusals
            .Of(context, status, $"{why}, which is the limit.", limit, Wait)
            .ExecuteAsync(context);
    }
}
