namespace Gateway;

/// <summary>
/// The tables, as the steps that led to them: a step is never edited once released, and version n is
/// what the first n made. The SQL is common to SQLite and PostgreSQL; times are milliseconds since
/// 1970.
/// </summary>
internal static class StoreSchema
{
    public static readonly string[] Steps =
    [
        """
            CREATE TABLE sessions (
                id TEXT PRIMARY KEY,
                owner TEXT NOT NULL,
                turns BIGINT NOT NULL,
                created_at BIGINT NOT NULL,
                updated_at BIGINT NOT NULL
            );
            CREATE TABLE turns (
                session_id TEXT NOT NULL REFERENCES sessions (id),
                number BIGINT NOT NULL,
                id TEXT NOT NULL UNIQUE,
                message TEXT NOT NULL,
                reply TEXT NOT NULL,
                model TEXT,
                input_tokens BIGINT,
                output_tokens BIGINT,
                created_at BIGINT NOT NULL,
                PRIMARY KEY (session_id, number)
            );
            CREATE TABLE runs (
                id TEXT PRIMARY KEY,
                instance TEXT NOT NULL,
                owner TEXT NOT NULL,
                session_id TEXT NOT NULL,
                input TEXT NOT NULL,
                state TEXT NOT NULL,
                output TEXT,
                reason TEXT,
                created_at BIGINT NOT NULL,
                started_at BIGINT,
                ended_at BIGINT
            );
            CREATE INDEX runs_by_owner ON runs (owner, id);
            CREATE INDEX runs_by_state ON runs (instance, state, id);
            """,
    ];
}
