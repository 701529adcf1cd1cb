using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Gateway;

/// <summary>Asks the store for something that every healthy one has.</summary>
internal sealed class StoreHealthCheck(Database database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            await database.ReadAsync(
                static (connection, cancelled) =>
                    connection.ListAsync<long>("SELECT step FROM schema_steps", null, cancelled),
                cancellationToken
            );
            return HealthCheckResult.Healthy("answered");
        }
        catch (StoreException e)
        {
            return HealthCheckResult.Unhealthy(e.Reason);
        }
    }
}
