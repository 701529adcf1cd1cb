using System.Text.Json;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>
/// Keeps callers of <c>/health</c> and <c>/health/ready</c> away from the dependencies: however many
/// there are, one round of probes runs at a time, and whoever has a usable snapshot doesn't wait for
/// it.
/// </summary>
internal sealed class CachedHealth(
    HealthCheckService checks,
    IOptions<HealthOptions> options,
    TimeProvider clock,
    Func<HealthCheckRegistration, bool>? counts = null
)
{
    // Beyond this, a snapshot from before a quiet spell would be passed off as news.
    private static readonly TimeSpan LongestStale = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly TimeSpan _fresh = TimeSpan.FromSeconds(options.Value.CacheSeconds);
    private volatile HealthSnapshot? _latest;
    private Task<HealthSnapshot>? _refresh;

    public ValueTask<HealthSnapshot> GetAsync(CancellationToken cancellationToken)
    {
        var latest = _latest;
        if (IsYoungerThan(_fresh, latest))
        {
            return new(latest!);
        }
        var refresh = RefreshOnce();
        return IsYoungerThan(_fresh + LongestStale, latest)
            ? new(latest!)
            : new(refresh.WaitAsync(cancellationToken));
    }

    private Task<HealthSnapshot> RefreshOnce()
    {
        lock (_gate)
        {
            return IsYoungerThan(_fresh, _latest)
                ? Task.FromResult(_latest!)
                : _refresh ??= Task.Run(RefreshAsync);
        }
    }

    // Belongs to no caller: one that leaves must not cancel it for the others.
    private async Task<HealthSnapshot> RefreshAsync()
    {
        try
        {
            var report = await checks.CheckHealthAsync(counts, CancellationToken.None);
            return _latest = Take(report);
        }
        finally
        {
            lock (_gate)
            {
                _refresh = null;
            }
        }
    }

    private HealthSnapshot Take(HealthReport report) =>
        new(
            report.Status is HealthStatus.Unhealthy
                ? StatusCodes.Status503ServiceUnavailable
                : StatusCodes.Status200OK,
            JsonSerializer.SerializeToUtf8Bytes(
                HealthAnswer.From(report, clock.GetUtcNow()),
                GatewayJsonContext.Default.HealthAnswer
            ),
            clock.GetTimestamp()
        );

    private bool IsYoungerThan(TimeSpan age, HealthSnapshot? snapshot) =>
        snapshot is not null && clock.GetElapsedTime(snapshot.TakenAt) < age;
}
