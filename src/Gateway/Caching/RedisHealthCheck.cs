using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Gateway;

/// <summary>Asks Redis for a sign of life. Without it the gateway works on, only dearer: degraded.</summary>
internal sealed class RedisHealthCheck(RedisClient redis) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            await redis.AskAsync("PING", [], cancellationToken);
            return HealthCheckResult.Healthy("answered");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return HealthCheckResult.Degraded($"no answer: {e.GetType().Name}");
        }
    }
}
