using System.Data.Common;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Sessions in the store's database: a turn costs one read and one transaction.</summary>
internal sealed class SessionStore(
    Database database,
    IOptions<SessionOptions> options,
    TimeProvider clock
) : ISessionStore
{
    private readonly int _windowTurns = options.Value.WindowMessages / 2;

    public async Task<SessionHistory> ReadAsync(
        string owner,
        string sessionId,
        CancellationToken cancellationToken
    )
    {
        var rows = await database.ReadAsync(
            (connection, cancelled) =>
                connection.ListAsync<HistoryRow>(
                    """
                    SELECT s.owner AS Owner, s.turns AS Turns, t.id AS TurnId,
                        t.message AS Message, t.reply AS Reply
                    FROM sessions s
                    LEFT JOIN turns t ON t.session_id = s.id AND t.number > s.turns - @window
                    WHERE s.id = @sessionId
                    ORDER BY t.number
                    """,
                    // Outside the window, the last one still tells this session from a later one.
                    new { sessionId, window = Math.Max(1, _windowTurns) },
                    cancelled
                ),
            cancellationToken
        );
        return rows switch
        {
            [] => SessionHistory.Empty,
            [var first, ..] when first.Owner != owner => throw new StoreException(
                StoreFailure.SessionNotFound
            ),
            [.., var last] => new(
                last.Turns,
                last.TurnId,
                _windowTurns == 0 ? [] : [.. rows.SelectMany(row => row.ToMessages())]
            ),
        };
    }

    public Task AppendAsync(
        Turn turn,
        TurnReply reply,
        SessionHistory read,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            async (transaction, cancelled) =>
            {
                var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
                var advanced = await transaction.ExecuteAsync(
                    read.Turns == 0
                        ? """
                        INSERT INTO sessions (id, owner, turns, created_at, updated_at)
                        VALUES (@SessionId, @Owner, 1, @now, @now)
                        ON CONFLICT (id) DO NOTHING
                        """
                        : """
                        UPDATE sessions SET turns = turns + 1, updated_at = @now
                        WHERE id = @SessionId AND owner = @Owner AND turns = @Turns
                            AND EXISTS (SELECT 1 FROM turns WHERE session_id = @SessionId
                                AND number = @Turns AND id = @LastTurnId)
                        """,
                    new
                    {
                        turn.SessionId,
                        turn.Owner,
                        read.Turns,
                        read.LastTurnId,
                        now,
                    },
                    cancelled
                );
                return advanced == 1
                    ? await InsertAsync(transaction, turn, reply, read.Turns + 1, now, cancelled)
                    : await RefuseAsync(transaction, turn, cancelled);
            },
            cancellationToken
        );

    public Task<bool> DeleteAsync(
        string owner,
        string sessionId,
        CancellationToken cancellationToken
    )
    {
        var found = false;
        return database.WriteAsync(
            async (transaction, cancelled) =>
            {
                var key = new { sessionId, owner };
                // Locks the session first, as storing a turn does. Otherwise one could be stored between
                // the two deletions, which the second then could not leave without its session.
                var owned = await transaction.ExecuteAsync(
                    "UPDATE sessions SET turns = turns WHERE id = @sessionId AND owner = @owner",
                    key,
                    cancelled
                );
                if (owned == 0)
                {
                    // Found before, it went with a commit whose word got lost on the way back.
                    return found;
                }
                found = true;
                await transaction.ExecuteAsync(
                    "DELETE FROM turns WHERE session_id = @sessionId",
                    key,
                    cancelled
                );
                await transaction.ExecuteAsync(
                    "DELETE FROM sessions WHERE id = @sessionId",
                    key,
                    cancelled
                );
                return true;
            },
            cancellationToken
        );
    }

    /// <returns>False, which takes the session's advance back, if the turn is there already.</returns>
    private static async Task<bool> InsertAsync(
        DbTransaction transaction,
        Turn turn,
        TurnReply reply,
        long number,
        long now,
        CancellationToken cancellationToken
    ) =>
        await transaction.ExecuteAsync(
            """
            INSERT INTO turns (session_id, number, id, message, reply, model,
                input_tokens, output_tokens, created_at)
            VALUES (@SessionId, @number, @Id, @message, @text, @model,
                @InputTokens, @OutputTokens, @now)
            ON CONFLICT (id) DO NOTHING
            """,
            new
            {
                turn.SessionId,
                number,
                turn.Id,
                message = StoredText.From(turn.Message),
                text = StoredText.From(reply.Text),
                model = reply.Model is null ? null : StoredText.From(reply.Model),
                reply.InputTokens,
                reply.OutputTokens,
                now,
            },
            cancellationToken
        ) == 1;

    /// <returns>False if the turn is there already; all else is an exception.</returns>
    private static async Task<bool> RefuseAsync(
        DbTransaction transaction,
        Turn turn,
        CancellationToken cancellationToken
    )
    {
        if (
            await transaction.ScalarAsync<long>(
                "SELECT COUNT(*) FROM turns WHERE id = @Id AND session_id = @SessionId",
                new { turn.Id, turn.SessionId },
                cancellationToken
            ) == 1
        )
        {
            return false;
        }
        var owner = await transaction.ScalarAsync<string>(
            "SELECT owner FROM sessions WHERE id = @SessionId",
            new { turn.SessionId },
            cancellationToken
        );
        throw new StoreException(
            owner == turn.Owner ? StoreFailure.SessionConflict : StoreFailure.SessionNotFound
        );
    }
}
