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
        // In one statement: between two, the session might go and its id become somebody else's. A page
        // that begins or ends inside a turn needs that turn too.
        var rows = await database.ReadAsync(
            (connection, cancelled) =>
                connection.ListAsync<SessionRow>(
                    """
                    SELECT s.turns AS Turns, s.created_at AS BegunAt, s.updated_at AS UpdatedAt,
                        t.number AS Number, t.id AS Id, t.message AS Message, t.reply AS Reply,
                        t.input_tokens AS InputTokens, t.output_tokens AS OutputTokens,
                        t.created_at AS CreatedAt
                    FROM sessions s
                    LEFT JOIN turns t ON t.session_id = s.id AND t.number > @skipped
                    WHERE s.id = @sessionId AND s.owner = @owner
                    ORDER BY t.number LIMIT @most
                    """,
                    new
                    {
                        sessionId,
                        owner,
                        skipped = after / 2,
                        most = (limit / 2) + 1,
                    },
                    cancelled
                ),
            cancellationToken
        );
        if (rows is not [var session, ..])
        {
            return null;
        }
        var messages = rows.Where(row => row.Id is not null)
            .SelectMany(row => row.ToTurn().ToMessages())
            .Where(message => message.Number > after)
            .Take(limit)
            .ToList();
        return new(
            sessionId,
            session.Turns,
            DateTimeOffset.FromUnixTimeMilliseconds(session.BegunAt),
            DateTimeOffset.FromUnixTimeMilliseconds(session.UpdatedAt),
            messages,
            messages is [.., var last] && last.Number < 2 * session.Turns ? last.Number : null
        );
    }

    // A class, because behind the last turn there is none: then all of the turn's values are missing.
    private sealed class SessionRow
    {
        public required long Turns { get; init; }

        public required long BegunAt { get; init; }

        public required long UpdatedAt { get; init; }

        public long Number { get; init; }

        public string? Id { get; init; }

        public string? Message { get; init; }

        public string? Reply { get; init; }

        public long? InputTokens { get; init; }

        public long? OutputTokens { get; init; }

        public long CreatedAt { get; init; }

        public StoredTurn ToTurn() =>
            new(Number, Id!, Message!, Reply!, InputTokens, OutputTokens, CreatedAt);
    }
}
