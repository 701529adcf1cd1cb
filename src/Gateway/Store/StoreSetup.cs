using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Registers the database that sessions and runs are kept in.</summary>
internal static class StoreSetup
{
    public static void AddStore(this IServiceCollection services)
    {
        services
            .AddOptions<StoreOptions>()
            .BindConfiguration(StoreOptions.Section)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<StoreOptions>, StoreOptions.Validator>();
        services.AddSingleton<PoolMetrics>();
        services.AddSingleton<DatabaseEngine>(provider =>
            provider.GetRequiredService<IOptions<StoreOptions>>().Value.Provider
            is StoreOptions.Postgres
                ? ActivatorUtilities.CreateInstance<PostgresEngine>(provider)
                : ActivatorUtilities.CreateInstance<SqliteEngine>(provider)
        );
        services.AddSingleton<Database>();
        services.AddHostedService<StoreMigrator>();
        services
            .AddOptions<HealthCheckServiceOptions>()
            .Configure<IOptions<HealthOptions>>(
                static (checks, health) =>
                    checks.Registrations.Add(
                        new HealthCheckRegistration(
                            "store",
                            ActivatorUtilities.GetServiceOrCreateInstance<StoreHealthCheck>,
                            failureStatus: null,
                            tags: [Readiness.Tag],
                            TimeSpan.FromSeconds(health.Value.TimeoutSeconds)
                        )
                    )
            );
    }
}
