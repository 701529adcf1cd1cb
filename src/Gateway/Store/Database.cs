using System.Data;
using System.Data.Common;

namespace Gateway;

/// <summary>
/// The one door to the store's database. A connection is opened, used and given back in here, so
/// nobody can hold one while waiting for something else.
/// </summary>
internal sealed partial class Database(DatabaseEngine engine, ILogger<Database> log)
{
    /// <exception cref="StoreException">It could not be read.</exception>
    public Task<T> ReadAsync<T>(
        Func<DbConnection, CancellationToken, Task<T>> query,
        CancellationToken cancellationToken
    ) => RunAsync(engine.Readers, query, cancellationToken);

    /// <summary>
    /// Runs a transaction, which is committed if the work says true and rolled back otherwise. Work
    /// may run twice, also when the first commit was lost on the way back: it has to come to the same.
    /// </summary>
    /// <exception cref="StoreException">It could not be written.</exception>
    public Task<bool> WriteAsync(
        Func<DbTransaction, CancellationToken, Task<bool>> work,
        CancellationToken cancellationToken
    ) =>
        RunAsync(
            engine.Writers,
            async (connection, cancelled) =>
            {
                await using var transaction = await connection.BeginTransactionAsync(cancelled);
                var wanted = await work(transaction, cancelled);
                cancelled.ThrowIfCancellationRequested();
                if (wanted)
                {
                    // A commit that is cancelled half-way leaves open whether it happened.
                    await transaction.CommitAsync(CancellationToken.None);
                }
                return wanted;
            },
            cancellationToken
        );

    private async Task<T> RunAsync<T>(
        ConnectionPool pool,
        Func<DbConnection, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken
    )
    {
        try
        {
            try
            {
                return await RunOnceAsync(pool, work, cancellationToken);
            }
            catch (ConnectionLostException)
            {
                // An idle connection tells of a server's restart only when it is used. The answer
                // that is to be stored may have cost a minute and money, so a live one is tried.
                pool.CloseIdle();
                return await RunOnceAsync(pool, work, cancellationToken);
            }
        }
        catch (Exception e) when (StoreFault.Of(e) is { } fault)
        {
            cancellationToken.ThrowIfCancellationRequested();
            LogFault(fault.Failure, fault.Cause);
            throw new StoreException(fault.Failure);
        }
    }

    private static async Task<T> RunOnceAsync<T>(
        ConnectionPool pool,
        Func<DbConnection, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken
    )
    {
        await using var rented = await pool.RentAsync(cancellationToken);
        try
        {
            return await work(rented.Connection, cancellationToken);
        }
        catch (Exception e)
        {
            rented.IsSound = false;
            if (e is DbException && rented.Connection.State is not ConnectionState.Open)
            {
                throw new ConnectionLostException(e);
            }
            throw;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The store failed: {Failure} ({Cause})")]
    private partial void LogFault(StoreFailure failure, string cause);
}
