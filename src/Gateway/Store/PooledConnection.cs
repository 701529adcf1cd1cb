using System.Data.Common;

namespace Gateway;

/// <summary>A connection on loan; disposing gives it back.</summary>
internal sealed class PooledConnection(ConnectionPool pool, DbConnection connection, long opened)
    : IAsyncDisposable
{
    public DbConnection Connection => connection;

    /// <summary>When it was lent, as the clock's timestamp.</summary>
    public long Opened => opened;

    /// <summary>False once something went wrong on it: it is closed then, and not lent again.</summary>
    public bool IsSound { get; set; } = true;

    public ValueTask DisposeAsync() => pool.ReturnAsync(this);
}
