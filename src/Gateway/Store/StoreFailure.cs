namespace Gateway;

/// <summary>Why the store did not do what was asked.</summary>
internal enum StoreFailure
{
    /// <summary>No connection came free in time.</summary>
    PoolExhausted,

    /// <summary>The database could not be reached, or was lost on the way.</summary>
    Unavailable,

    /// <summary>The database answered with an error.</summary>
    Failed,

    /// <summary>There is no such session, or it is somebody else's.</summary>
    SessionNotFound,

    /// <summary>Another turn of the session was stored meanwhile.</summary>
    SessionConflict,
}
