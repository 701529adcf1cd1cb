using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Gateway;

/// <summary>Section <c>Store</c>: where sessions and runs are kept, and with how many connections.</summary>
internal sealed class StoreOptions
{
    public const string Section = "Store";

    public const string Sqlite = "sqlite";

    public const string Postgres = "postgres";

    /// <summary><c>sqlite</c>, the default, or <c>postgres</c>.</summary>
    public string Provider { get; set; } = Sqlite;

    /// <summary>
    /// As the database's .NET driver takes it. Relative SQLite files are below the content root, and
    /// their folder is made. Empty, the default, keeps everything in a SQLite file of this process's
    /// own in the temporary folder, which goes when the gateway stops; PostgreSQL needs one.
    /// </summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>
    /// Most connections in use at once, 1 to 1,000. Default 16. SQLite has one more, for writing:
    /// it takes one writer at a time.
    /// </summary>
    public int MaxConnections { get; set; } = 16;

    /// <summary>How long to wait for a free connection, in seconds, 1 to 60. Default 5.</summary>
    public int WaitSeconds { get; set; } = 5;

    /// <summary>
    /// How long to wait for SQLite's one writer, in seconds, 1 to 600. Default 60: what is to be stored
    /// has cost a minute and money, and when many turns end at once their answers queue here.
    /// </summary>
    public int WriteWaitSeconds { get; set; } = 60;

    /// <summary>How long SQLite waits for a lock of another process, in seconds, 1 to 60. Default 5.</summary>
    public int BusySeconds { get; set; } = 5;

    internal sealed class Validator : IValidateOptions<StoreOptions>
    {
        public ValidateOptionsResult Validate(string? name, StoreOptions options)
        {
            var failures = new ValidateOptionsResultBuilder();
            CheckConnectionString(options, failures);
            failures.RequireRange(
                $"{Section}:{nameof(MaxConnections)}",
                options.MaxConnections,
                1,
                1000
            );
            failures.RequireRange($"{Section}:{nameof(WaitSeconds)}", options.WaitSeconds, 1, 60);
            failures.RequireRange(
                $"{Section}:{nameof(WriteWaitSeconds)}",
                options.WriteWaitSeconds,
                1,
                600
            );
            failures.RequireRange($"{Section}:{nameof(BusySeconds)}", options.BusySeconds, 1, 60);
            return failures.Build();
        }

        private static void CheckConnectionString(
            StoreOptions options,
            ValidateOptionsResultBuilder failures
        )
        {
            switch (options.Provider)
            {
                case Sqlite when !IsSqliteFile(options.ConnectionString):
                    RefuseHidden(failures, "such as Data Source=data/gateway.db, or an empty one");
                    break;
                case Postgres when !IsPostgresServer(options.ConnectionString):
                    RefuseHidden(
                        failures,
                        "such as Host=db;Database=gateway;Username=gateway;Password=..."
                    );
                    break;
                case Sqlite or Postgres:
                    break;
                default:
                    failures.Refuse(
                        $"{Section}:{nameof(Provider)}",
                        options.Provider,
                        $"{Sqlite} or {Postgres}"
                    );
                    break;
            }
        }

        // In memory every connection would have a database to itself.
        private static bool IsSqliteFile(string text) =>
            text is ""
            || Parse(() => new SqliteConnectionStringBuilder(text))
                is { DataSource: not ("" or ":memory:"), Mode: not SqliteOpenMode.Memory };

        private static bool IsPostgresServer(string text) =>
            Parse(() => new NpgsqlConnectionStringBuilder(text)) is { Host: not (null or "") };

        private static T? Parse<T>(Func<T> parse)
            where T : DbConnectionStringBuilder
        {
            try
            {
                return parse();
            }
            catch (Exception e) when (e is ArgumentException or FormatException)
            {
                return null;
            }
        }

        private static void RefuseHidden(ValidateOptionsResultBuilder failures, string example) =>
            failures.Refuse(
                $"{Section}:{nameof(ConnectionString)}",
                "(hidden: it may hold a secret)",
                $"a connection string {example}"
            );
    }
}
