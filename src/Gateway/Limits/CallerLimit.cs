using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>
/// Lets through so many requests in a window, of each caller and of all. A request that one of the
/// two limits refuses uses up neither. A turn on a socket counts as a request.
/// </summary>
internal sealed class CallerLimit(
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

    /// <returns>Null if it is let through.</returns>
    public LimitRefusal? TryTake(HttpContext context)
    {
        if (!_limits.Enabled)
        {
            return null;
        }
        var admission = _window.TryTake(QuotaOf(context), new("global", "", _limits.Requests));
        return admission.RefusedBy is { } quota ? Refuse(quota, admission.Wait) : null;
    }

    private Quota QuotaOf(HttpContext context) =>
        context.User.Identity is { IsAuthenticated: true, Name: { } name }
            ? new("caller", name, _limits.PerIdentity)
            : new("address", RemoteAddress.Of(context), _limits.PerIdentity);

    private LimitRefusal Refuse(Quota quota, TimeSpan wait)
    {
        metrics.Refused(quota.Kind);
        var whose = quota.Kind switch
        {
            "caller" => $"of caller '{quota.Key}'",
            "address" => $"of callers without a name from {quota.Key}",
            _ => "of all callers together",
        };
        return new(
            quota.Kind,
            $"The limit of {quota.Limit} requests in {_limits.WindowSeconds} s {whose} is reached.",
            wait
        );
    }
}
