using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>
/// Lets through so many requests in a window, of each caller and of all. A request that one of the
/// two limits refuses uses up neither. A turn on a socket counts as a request. While callers have to
/// say who they are, those who need not (to log in, say) are counted apart, so that strangers use up
/// nothing of theirs.
/// </summary>
internal sealed class CallerLimit
{
    private readonly RateLimitOptions _limits;
    private readonly LimitMetrics _metrics;
    private readonly FixedWindow _named;
    private readonly FixedWindow _unnamed;
    private readonly Quota _all;
    private readonly Quota _allUnnamed;

    public CallerLimit(
        IOptions<RateLimitOptions> options,
        IOptions<AuthOptions> auth,
        LimitMetrics metrics,
        TimeProvider clock
    )
    {
        (_limits, _metrics) = (options.Value, metrics);
        (_named, _unnamed) = (NewWindow(), NewWindow());
        _all = new("global", "", _limits.Requests);
        _allUnnamed = auth.Value.Enabled ? new("anonymous", "", _limits.Anonymous) : _all;

        FixedWindow NewWindow() =>
            new(
                TimeSpan.FromSeconds(_limits.WindowSeconds),
                // One more for the limit of all.
                _limits.MaxIdentities + 1,
                clock
            );
    }

    /// <returns>Null if it is let through.</returns>
    public LimitRefusal? TryTake(HttpContext context)
    {
        if (!_limits.Enabled)
        {
            return null;
        }
        var admission = context.User.Identity is { IsAuthenticated: true, Name: { } name }
            ? _named.TryTake(new("caller", name, _limits.PerIdentity), _all)
            : _unnamed.TryTake(
                new("address", RemoteAddress.Of(context), _limits.PerIdentity),
                _allUnnamed
            );
        return admission.RefusedBy is { } quota ? Refuse(quota, admission.Wait) : null;
    }

    private LimitRefusal Refuse(Quota quota, TimeSpan wait)
    {
        _metrics.Refused(quota.Kind);
        var whose = quota.Kind switch
        {
            "caller" => $"of caller '{quota.Key}'",
            "address" => $"of callers without a name from {quota.Key}",
            "anonymous" => "of all callers without a name together",
            _ => "of all callers together",
        };
        return new(
            quota.Kind,
            $"The limit of {quota.Limit} requests in {_limits.WindowSeconds} s {whose} is reached.",
            wait
        );
    }
}
