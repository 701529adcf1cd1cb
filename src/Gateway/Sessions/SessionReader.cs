namespace Gateway;

/// <summary>Shows sessions to those who own them.</summary>
internal sealed class SessionReader(Database database)
{
    /// <summary>Messages from the oldest on; null if there is no such session.</summary>
    /// <param name="owner">Whose session it is.</param>
    /// <param name="sessionId">Its id.</param>
    /// <param name="after">The number of the last message that is already known; 0 for none.</param>
    /// <param name="limit">Most messages to return, at least 1.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreException">It could not be read.</exception>
    public async Task<SessionPage?> PageAsync(
        string owner,
        string sessionId,
        long after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var (session, turns) = await database.ReadAsync(
            async (connection, cancelled) =>
            {
                var sessions = await connection.ListAsync<SessionRow>(
                    """
                    SELECT turns AS Turns, created_at AS CreatedAt, updated_at AS UpdatedAt
                    FROM sessions WHERE id = @sessionId AND owner = @owner
                    """,
                    new { sessionId, owner },
                    cancelled
                );
                // A page that begins or ends inside a turn needs that turn too.
                var page = await connection.ListAsync<StoredTurn>(
                    """
                    SELECT number AS Number, id AS Id, message AS Message, reply AS Reply,
                        input_tokens AS InputTokens, output_tokens AS OutputTokens,
                        created_at AS CreatedAt
                    FROM turns WHERE session_id = @sessionId AND number > @skipped
                    ORDER BY number LIMIT @most
                    """,
                    new
                    {
                        sessionId,
                        skipped = after / 2,
                        most = (limit / 2) + 1,
                    },
                    cancelled
                );
                return (sessions.SingleOrDefault(), page);
            },
            cancellationToken
        );
        if (session is null)
        {
            return null;
        }
        var messages = turns
            .SelectMany(turn => turn.ToMessages())
            .Where(message => message.Number > after)
            .Take(limit)
            .ToList();
        return new(
            sessionId,
            session.Turns,
            DateTimeOffset.FromUnixTimeMilliseconds(session.CreatedAt),
            DateTimeOffset.FromUnixTimeMilliseconds(session.UpdatedAt),
            messages,
            messages is [.., var last] && last.Number < 2 * session.Turns ? last.Number : null
        );
    }

    private sealed record SessionRow(long Turns, long CreatedAt, long UpdatedAt);
}
