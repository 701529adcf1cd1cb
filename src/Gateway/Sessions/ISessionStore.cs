namespace Gateway;

/// <summary>
/// Conversations, kept turn by turn. A session belongs to who began it: for everybody else it does
/// not exist. All of it may end in a <see cref="StoreException"/>.
/// </summary>
internal interface ISessionStore
{
    /// <summary>What the model is to be reminded of; empty for a session that is about to begin.</summary>
    Task<SessionHistory> ReadAsync(
        string owner,
        string sessionId,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Stores a turn, whole or not at all, and once however often it is asked to.
    /// </summary>
    /// <param name="turn">What was said, and in which session.</param>
    /// <param name="reply">What the agent said to it.</param>
    /// <param name="read">The history that the agent was reminded of: if it is not the latest any
    /// more, nothing is stored.</param>
    /// <param name="cancellationToken">Works until the transaction is about to be committed.</param>
    Task AppendAsync(
        Turn turn,
        TurnReply reply,
        SessionHistory read,
        CancellationToken cancellationToken
    );

    /// <returns>False if there was no such session.</returns>
    Task<bool> DeleteAsync(string owner, string sessionId, CancellationToken cancellationToken);
}
