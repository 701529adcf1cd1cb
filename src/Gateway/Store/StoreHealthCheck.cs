using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Asks the store for something that every healthy one has.</summary>
internal sealed class StoreHealthCheck(
    Database database,
    IOptions<HealthOptions> health,
    TimeProvider clock
) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        var limit = TimeSpan.FromSeconds(health.Value.TimeoutSeconds);
        using var timeout = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            timeout.Token,
            cancellationToken
        );
        try
        {
            await database.ReadAsync(
                static (connection, cancelled) =>
                    connection.ListAsync<long>("SELECT step FROM schema_steps", null, cancelled),
                either.Token
            );
            return HealthCheckResult.Healthy("answered");
        }
        catch (StoreException e)
        {
            return HealthCheckResult.Unhealthy(e.Reason);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy($"no answer within {limit.TotalSeconds} s");
        }
    }
}
