using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>
/// Lets through so many requests in a window, of each caller and of all. A request that one of the
/// two limits refuses uses up neither.
/// </summary>
internal sealed class RateLimit(
    RequestDelegate next,
    IOptions<RateLimitOptions> options,
    LimitMetrics metrics,
    TimeProvider clock
)
{
    private readonly RateLimitOptions _limits = options.Value;
    private readonly FixedWindow _window = new(
        TimeSpan.FromSeconds(options.Value.WindowSeconds),
        // One more for the limit of all.
        options.Value.MaxIdentities + 1,
        clock
    );

    public Task InvokeAsync(HttpContext context)
    {
        var admission = _window.TryTake(QuotaOf(context), new("global", "", _limits.Requests));
        return admission.RefusedBy is { } quota
            ? RefuseAsync(context, quota, admission.Wait)
            : next(context);
    }

    private Quota QuotaOf(HttpContext context) =>
        context.User.Identity is { IsAuthenticated: true, Name: { } name }
            ? new("caller", name, _limits.PerIdentity)
            : new("address", RemoteAddress.Of(context), _limits.PerIdentity);

    private Task RefuseAsync(HttpContext context, Quota quota, TimeSpan wait)
    {
        metrics.Refused(quota.Kind);
        var whose = quota.Kind switch
        {
            "caller" => $"of caller '{quota.Key}'",
            "address" => $"of callers without a name from {quota.Key}",
            _ => "of all callers together",
        };
        return Refusals
            .Of(
                context,
                StatusCodes.Status429TooManyRequests,
                $"The limit of {quota.Limit} requests in {_limits.WindowSeconds} s {whose} is reached.",
                quota.Kind,
                wait
            )
            .ExecuteAsync(context);
    }
}
