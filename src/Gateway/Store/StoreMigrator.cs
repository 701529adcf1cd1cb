using System.Data.Common;
using Dapper;

namespace Gateway;

/// <summary>Brings the tables up to date before anything else starts.</summary>
internal sealed class StoreMigrator(Database database, DatabaseEngine engine)
    : IHostedLifecycleService
{
    /// <exception cref="InvalidOperationException">There is no store that this gateway can use.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        try
        {
            await database.WriteAsync(MigrateAsync, cancellationToken);
        }
        catch (StoreException e)
        {
            throw new InvalidOperationException(
                $"{StoreOptions.Section}:{nameof(StoreOptions.ConnectionString)} "
                    + $"leads to no store that works: {e.Message}"
            );
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<bool> MigrateAsync(
        DbTransaction transaction,
        CancellationToken cancellationToken
    )
    {
        if (engine.LockSchema is not "")
        {
            await ExecuteAsync(engine.LockSchema);
        }
        await ExecuteAsync("CREATE TABLE IF NOT EXISTS schema_steps (step BIGINT PRIMARY KEY)");
        var version = await transaction.Connection!.QuerySingleAsync<long>(
            "SELECT COUNT(*) FROM schema_steps",
            transaction: transaction
        );
        if (version > StoreSchema.Steps.Length)
        {
            throw new InvalidOperationException(
                $"The store's tables are of version {version}: this gateway knows versions up to "
                    + $"{StoreSchema.Steps.Length}. Start one that is as new as the store."
            );
        }
        for (var step = version; step < StoreSchema.Steps.Length; step++)
        {
            await ExecuteAsync(StoreSchema.Steps[step]);
            await ExecuteAsync("INSERT INTO schema_steps (step) VALUES (@step)", new { step });
        }
        return true;

        Task<int> ExecuteAsync(string sql, object? values = null) =>
            transaction.ExecuteAsync(sql, values, cancellationToken);
    }
}
