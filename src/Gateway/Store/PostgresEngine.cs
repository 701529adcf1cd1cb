using Microsoft.Extensions.Options;
using Npgsql;

namespace Gateway;

/// <summary>PostgreSQL: one pool for reading and writing.</summary>
internal sealed class PostgresEngine : DatabaseEngine
{
    private readonly NpgsqlDataSource _source;

    public PostgresEngine(
        IOptions<StoreOptions> options,
        PoolMetrics metrics,
        TimeProvider clock,
        ILoggerFactory logs
    )
    {
        var max = options.Value.MaxConnections;
        var builder = new NpgsqlDataSourceBuilder(options.Value.ConnectionString);
        builder.ConnectionStringBuilder.MaxPoolSize = max;
        builder.ConnectionStringBuilder.Timeout = options.Value.WaitSeconds;
        // Statements are few and always the same.
        builder.ConnectionStringBuilder.MaxAutoPrepare = 32;
        _source = builder.UseLoggerFactory(logs).Build();
        Readers = new ConnectionPool(
            "postgres",
            max,
            TimeSpan.FromSeconds(options.Value.WaitSeconds),
            new PostgresConnections(_source),
            metrics,
            clock
        );
        metrics.Observe(Readers);
    }

    public override ConnectionPool Readers { get; }

    public override ConnectionPool Writers => Readers;

    // Any number will do that nobody else locks: these are the letters "gate".
    public override string LockSchema => "SELECT pg_advisory_xact_lock(1734440037)";

    public override void Dispose()
    {
        _source.Dispose();
        Readers.Dispose();
    }
}
