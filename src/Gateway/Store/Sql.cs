using System.Data.Common;
using Dapper;

namespace Gateway;

/// <summary>Statements inside a transaction, cancelled with it.</summary>
internal static class Sql
{
    /// <returns>The number of rows that were changed.</returns>
    public static Task<int> ExecuteAsync(
        this DbTransaction transaction,
        string sql,
        object? values,
        CancellationToken cancellationToken
    ) =>
        transaction.Connection!.ExecuteAsync(
            new CommandDefinition(sql, values, transaction, cancellationToken: cancellationToken)
        );

    /// <returns>The only row's only value; the type's default if there is no row.</returns>
    public static Task<T?> ScalarAsync<T>(
        this DbTransaction transaction,
        string sql,
        object? values,
        CancellationToken cancellationToken
    ) =>
        transaction.Connection!.ExecuteScalarAsync<T>(
            new CommandDefinition(sql, values, transaction, cancellationToken: cancellationToken)
        );

    public static async Task<List<T>> ListAsync<T>(
        this DbConnection connection,
        string sql,
        object? values,
        CancellationToken cancellationToken
    ) =>
        (
            await connection.QueryAsync<T>(
                new CommandDefinition(sql, values, cancellationToken: cancellationToken)
            )
        ).AsList();
}
