using System.Data.Common;
using System.Runtime.Loader;

namespace GatewayBench.Cli;

/// <summary>
/// Npgsql, in a load context of its own: a gateway that is hosted in this process brings the version
/// that it was built with, and of each library there can be only one in the context that both share.
/// </summary>
internal static class PostgresDriver
{
    private static readonly Lazy<Type> Connection = new(Load);

    /// <param name="address">A connection string.</param>
    /// <returns>Makes a connection that is not open yet, and belongs to no pool.</returns>
    /// <exception cref="ArgumentException">Npgsql does not know what it says.</exception>
    public static Func<DbConnection> Opener(string address)
    {
        var text = new DbConnectionStringBuilder { ConnectionString = address };
        text["Pooling"] = "false";
        // Longer than that, its answer is of another second.
        text["Timeout"] = "1";
        _ = Create(text.ConnectionString);
        return () => Create(text.ConnectionString);
    }

    private static DbConnection Create(string address)
    {
        var connection = (DbConnection)Activator.CreateInstance(Connection.Value)!;
        connection.ConnectionString = address;
        return connection;
    }

    private static Type Load() =>
        new AssemblyLoadContext("PostgreSQL")
            .LoadFromAssemblyPath(
                // Not the program's base directory, which is that of the gateway once one is hosted.
                Path.Combine(
                    Path.GetDirectoryName(typeof(PostgresDriver).Assembly.Location)!,
                    "drivers",
                    "Npgsql.dll"
                )
            )
            .GetType("Npgsql.NpgsqlConnection", throwOnError: true)!;
}
