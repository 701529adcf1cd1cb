using System.Data.Common;

namespace Gateway;

/// <summary>Where a <see cref="ConnectionPool"/> has its connections from.</summary>
internal interface IConnectionSource
{
    /// <summary>Open connections that nobody uses; null if the driver keeps them to itself.</summary>
    int? Idle { get; }

    ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Takes one back: to be used again, or not if something went wrong on it.</summary>
    ValueTask ReturnAsync(DbConnection connection, bool sound);

    /// <summary>Closes what is idle.</summary>
    void CloseIdle();
}
