using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Serves so many requests at once; some more wait in the order in which they came.</summary>
internal sealed class ConcurrencyLimit(
    RequestDelegate next,
    ConcurrencyLimiter limiter,
    IOptions<ConcurrencyOptions> options,
    LimitMetrics metrics
)
{
    // Nobody knows when a request ends: so soon that a free place is not left empty for long.
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(1);

    public async Task InvokeAsync(HttpContext context)
    {
        using var place = await limiter.AcquireAsync(1, context.RequestAborted);
        if (place.IsAcquired)
        {
            await next(context);
            return;
        }
        metrics.Refused("concurrency");
        await Refusals
            .Of(
                context,
                StatusCodes.Status503ServiceUnavailable,
                $"{options.Value.MaxRequests} requests are being served and "
                    + $"{options.Value.MaxQueued} wait, which is the limit.",
                "concurrency",
                Wait
            )
            .ExecuteAsync(context);
    }
}
