using System.Data.Common;

namespace GatewayBench;

/// <summary>The connections of a PostgreSQL server, by state, those of them that wait for a lock, and what its database takes.</summary>
/// <param name="open">A connection that is not open yet; it is opened for each reading.</param>
internal sealed class PostgresSeries(Func<DbConnection> open) : ISeriesSource
{
    private const int PatienceSeconds = 1;

    /// <summary>https://www.postgresql.org/docs/current/monitoring-stats.html, without the one that asks.</summary>
    private const string Query = """
        SELECT coalesce(state, 'unknown'), count(*), count(*) FILTER (WHERE wait_event_type = 'Lock'),
               current_setting('max_connections')::bigint
        FROM pg_stat_activity
        WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
        GROUP BY 1
        """;

    /// <summary>It looks at each file of the database: too much for each reading.</summary>
    private const string SizeQuery = "SELECT pg_database_size(current_database())";

    private const int ReadingsPerSize = 10;

    private static readonly SeriesName Waiting = Name("postgres.waiting_for_lock");
    private static readonly SeriesName Size = new(
        SeriesSource.Postgres,
        "postgres.database_size",
        "By"
    );
    private static readonly SeriesName Most = Name("postgres.max_connections");
    private readonly Dictionary<string, SeriesName> _states = new(StringComparer.Ordinal);
    private int _readings;

    public void Begin()
    {
        // Nobody may be in one of them at first, which is a figure too.
        foreach (var state in (string[])["active", "idle", "idle in transaction"])
        {
            NameOf(state);
        }
    }

    public void Read(double seconds, SeriesLog log)
    {
        try
        {
            using var connection = open();
            connection.Open();
            Ask(connection, log);
            if (_readings++ % ReadingsPerSize == 0)
            {
                log.Add(Size, AskSize(connection));
            }
        }
        catch (Exception e) when (e is DbException or InvalidOperationException or IOException)
        {
            // Not known of this slice: it may be what broke.
        }
    }

    private static long AskSize(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = SizeQuery;
        command.CommandTimeout = PatienceSeconds;
        return (long)command.ExecuteScalar()!;
    }

    private void Ask(DbConnection connection, SeriesLog log)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Query;
        command.CommandTimeout = PatienceSeconds;
        using var reader = command.ExecuteReader();
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        var waiting = 0L;
        while (reader.Read())
        {
            NameOf(reader.GetString(0));
            counts[reader.GetString(0)] = reader.GetInt64(1);
            waiting += reader.GetInt64(2);
            log.Add(Most, reader.GetInt64(3));
        }
        log.Add(Waiting, waiting);
        foreach (var (state, name) in _states)
        {
            log.Add(name, counts.GetValueOrDefault(state));
        }
    }

    private SeriesName NameOf(string state)
    {
        if (!_states.TryGetValue(state, out var name))
        {
            _states[state] = name = Name($"postgres.connections{{state={state}}}");
        }
        return name;
    }

    private static SeriesName Name(string text) => new(SeriesSource.Postgres, text, "{connection}");
}
