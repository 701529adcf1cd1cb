using System.Data.Common;
using Npgsql;

namespace Gateway;

/// <summary>Connections out of Npgsql's own pool, which tells on its own meter how many are idle.</summary>
internal sealed class PostgresConnections(NpgsqlDataSource source) : IConnectionSource
{
    public int? Idle => null;

    public async ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken) =>
        await source.OpenConnectionAsync(cancellationToken);

    // Npgsql sees for itself which ones are broken.
    public ValueTask ReturnAsync(DbConnection connection, bool sound) => connection.DisposeAsync();

    public void CloseIdle() => source.Clear();
}
