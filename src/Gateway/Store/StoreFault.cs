using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Gateway;

/// <summary>What a driver's exception means, and a word for the log that quotes no data.</summary>
internal sealed record StoreFault(StoreFailure Failure, string Cause)
{
    // SQLite's result codes for a file that can't be opened, read or locked.
    private const int Busy = 5;
    private const int Locked = 6;
    private const int IoError = 10;
    private const int CannotOpen = 14;

    /// <returns>Null if it is no fault of the store.</returns>
    public static StoreFault? Of(Exception e) =>
        e switch
        {
            ConnectionLostException lost => new(
                StoreFailure.Unavailable,
                $"lost: {Of(lost.InnerException!)?.Cause}"
            ),
            SqliteException sqlite => new(
                sqlite.SqliteErrorCode is Busy or Locked or IoError or CannotOpen
                    ? StoreFailure.Unavailable
                    : StoreFailure.Failed,
                $"SQLite {sqlite.SqliteExtendedErrorCode}"
            ),
            // Class 57 is the operator's: shut down, crashed, starting.
            PostgresException postgres => new(
                postgres.SqlState.StartsWith("57P", StringComparison.Ordinal)
                    ? StoreFailure.Unavailable
                    : StoreFailure.Failed,
                $"PostgreSQL {postgres.SqlState}"
            ),
            NpgsqlException or SocketException or TimeoutException => new(
                StoreFailure.Unavailable,
                (e.InnerException ?? e).GetType().Name
            ),
            DbException => new(StoreFailure.Failed, e.GetType().Name),
            _ => null,
        };
}
