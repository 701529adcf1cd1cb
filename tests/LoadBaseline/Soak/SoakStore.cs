using Microsoft.Data.Sqlite;

namespace GatewayBench.LoadBaseline;

/// <summary>A SQLite file for a gateway, and what is in it.</summary>
/// <param name="path">Of the file.</param>
internal sealed class SoakStore(string path)
{
    public string ConnectionString { get; } = $"Data Source={path}";

    /// <summary>All turns, once the gateway has stopped.</summary>
    public IEnumerable<StoredTurn> Turns()
    {
        // Else the file stays open behind the gateway's back.
        using var connection = new SqliteConnection(
            $"{ConnectionString};Mode=ReadOnly;Pooling=False"
        );
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT session_id, reply FROM turns";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return StoredTurn.Of(reader.GetString(0), reader.GetString(1));
        }
    }
}
