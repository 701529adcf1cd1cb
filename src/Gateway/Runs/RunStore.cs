using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Runs in the store's database. All of it may end in a <see cref="StoreException"/>.</summary>
internal sealed class RunStore(Database database, IOptions<RunOptions> options, TimeProvider clock)
{
    private const string Columns = """
        id AS Id, owner AS Owner, session_id AS SessionId, input AS Input, state AS State,
        output AS Output, reason AS Reason, created_at AS CreatedAt, started_at AS StartedAt,
        ended_at AS EndedAt
        """;

    private readonly string _instance = options.Value.Instance;

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    public Task AddAsync(Run run, CancellationToken cancellationToken) =>
        WriteAsync(
            """
            INSERT INTO runs (id, instance, owner, session_id, input, state, created_at)
            VALUES (@Id, @_instance, @Owner, @SessionId, @input, @State, @CreatedAt)
            ON CONFLICT (id) DO NOTHING
            """,
            new
            {
                run.Id,
                _instance,
                run.Owner,
                run.SessionId,
                input = StoredText.From(run.Input),
                run.State,
                run.CreatedAt,
            },
            cancellationToken
        );

    public Task StartAsync(string id, CancellationToken cancellationToken) =>
        WriteAsync(
            $"""
            UPDATE runs SET state = '{RunState.Running}', started_at = @Now
            WHERE id = @id AND state = '{RunState.Queued}'
            """,
            new { id, Now },
            cancellationToken
        );

    /// <summary>Has no effect on a run that has ended.</summary>
    public Task EndAsync(
        string id,
        string state,
        string? output,
        string? reason,
        CancellationToken cancellationToken
    ) =>
        WriteAsync(
            $"""
            UPDATE runs SET state = @state, output = @output, reason = @reason, ended_at = @Now
            WHERE id = @id AND state IN ('{RunState.Queued}', '{RunState.Running}')
            """,
            new
            {
                id,
                state,
                output = output is null ? null : StoredText.From(output),
                reason,
                Now,
            },
            cancellationToken
        );

    public async Task<Run?> FindAsync(
        string owner,
        string id,
        CancellationToken cancellationToken
    ) =>
        (
            await ListAsync(
                $"SELECT {Columns} FROM runs WHERE id = @id AND owner = @owner",
                new { id, owner },
                cancellationToken
            )
        ).SingleOrDefault();

    /// <summary>The owner's newest runs that are older than one of them, or than none.</summary>
    public Task<List<Run>> PageAsync(
        string owner,
        string? before,
        int limit,
        CancellationToken cancellationToken
    ) =>
        // Ids begin with the time.
        ListAsync(
            $"""
            SELECT {Columns} FROM runs
            WHERE owner = @owner {(before is null ? "" : "AND id < @before")}
            ORDER BY id DESC LIMIT @limit
            """,
            new
            {
                owner,
                before,
                limit,
            },
            cancellationToken
        );

    /// <summary>
    /// Settles what a gateway that crashed left behind, and says which runs still wait, the oldest
    /// first. A run whose turn was stored has succeeded, though nobody had time to note it.
    /// </summary>
    public async Task<List<Run>> RecoverAsync(CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            async (transaction, cancelled) =>
            {
                await transaction.ExecuteAsync(
                    $"""
                    UPDATE runs SET state = '{RunState.Succeeded}', ended_at = @Now,
                        output = (SELECT reply FROM turns WHERE turns.id = runs.id)
                    WHERE instance = @_instance AND state = '{RunState.Running}'
                        AND EXISTS (SELECT 1 FROM turns WHERE turns.id = runs.id)
                    """,
                    new { _instance, Now },
                    cancelled
                );
                await transaction.ExecuteAsync(
                    $"""
                    UPDATE runs SET state = '{RunState.Interrupted}', ended_at = @Now,
                        reason = 'gateway_stopped'
                    WHERE instance = @_instance AND state = '{RunState.Running}'
                    """,
                    new { _instance, Now },
                    cancelled
                );
                return true;
            },
            cancellationToken
        );
        return await ListAsync(
            $"SELECT {Columns} FROM runs WHERE instance = @_instance AND state = '{RunState.Queued}' ORDER BY id",
            new { _instance },
            cancellationToken
        );
    }

    private Task<List<Run>> ListAsync(
        string sql,
        object? values,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync(
            (connection, cancelled) => connection.ListAsync<Run>(sql, values, cancelled),
            cancellationToken
        );

    private Task<bool> WriteAsync(string sql, object values, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async (transaction, cancelled) =>
            {
                await transaction.ExecuteAsync(sql, values, cancelled);
                return true;
            },
            cancellationToken
        );
}
