using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>
/// SQLite: readers side by side, writers one at a time. Writers wait for each other here, without a
/// thread; SQLite itself would make them sleep on one.
/// </summary>
internal sealed partial class SqliteEngine : DatabaseEngine
{
    private readonly SqliteFile _file;

    public SqliteEngine(
        IOptions<StoreOptions> options,
        IHostEnvironment environment,
        PoolMetrics metrics,
        TimeProvider clock,
        ILogger<SqliteEngine> log
    )
    {
        _file = new SqliteFile(options.Value, environment.ContentRootPath);
        Readers = NewPool(
            "sqlite-readers",
            options.Value.MaxConnections,
            options.Value.WaitSeconds
        );
        Writers = NewPool("sqlite-writer", 1, options.Value.WriteWaitSeconds);
        metrics.Observe(Readers, Writers);
        metrics.ObserveSize(() => _file.Size);
        if (_file.IsTemporary)
        {
            LogTemporary(log, _file.DataSource);
        }

        ConnectionPool NewPool(string name, int max, int waitSeconds) =>
            new(
                name,
                max,
                TimeSpan.FromSeconds(waitSeconds),
                new SqliteConnections(_file.ConnectionString),
                metrics,
                clock
            );
    }

    public override ConnectionPool Readers { get; }

    public override ConnectionPool Writers { get; }

    public override string LockSchema => "";

    public override void Dispose()
    {
        Readers.CloseIdle();
        Writers.CloseIdle();
        Readers.Dispose();
        Writers.Dispose();
        _file.Dispose();
    }

    [LoggerMessage(
        LogLevel.Information,
        "Sessions and runs are kept in {File} until the gateway stops: set Store:ConnectionString "
            + "to keep them longer"
    )]
    private static partial void LogTemporary(ILogger log, string file);
}
