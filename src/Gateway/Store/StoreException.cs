namespace Gateway;

/// <summary>
/// The store refused or failed. Holds nothing of what was stored, and no inner exception: a
/// driver's message may quote it.
/// </summary>
internal sealed class StoreException(StoreFailure failure) : Exception(Describe(failure))
{
    public StoreFailure Failure => failure;

    /// <summary>Whether the store is to blame, and not what was asked of it.</summary>
    public bool IsOutage =>
        failure is StoreFailure.PoolExhausted or StoreFailure.Unavailable or StoreFailure.Failed;

    /// <summary>The failure's name in metrics and problems.</summary>
    public string Reason =>
        failure switch
        {
            StoreFailure.PoolExhausted => "store_pool_exhausted",
            StoreFailure.Unavailable => "store_unavailable",
            StoreFailure.Failed => "store_error",
            StoreFailure.SessionNotFound => "session_not_found",
            StoreFailure.SessionConflict => "session_conflict",
            _ => throw new InvalidOperationException($"Unnamed failure {failure}."),
        };

    private static string Describe(StoreFailure failure) =>
        failure switch
        {
            StoreFailure.PoolExhausted => "All connections to the store are in use.",
            StoreFailure.Unavailable => "The store cannot be reached.",
            StoreFailure.Failed => "The store failed.",
            StoreFailure.SessionNotFound => "There is no such session.",
            StoreFailure.SessionConflict =>
                "Another turn of this session ended first: this one was not stored.",
            _ => throw new InvalidOperationException($"Undescribed failure {failure}."),
        };
}
