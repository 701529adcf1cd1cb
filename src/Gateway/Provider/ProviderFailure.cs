namespace Gateway;

/// <summary>The ways in which a provider lets us down.</summary>
internal enum ProviderFailure
{
    /// <summary>It answered 429.</summary>
    RateLimited,

    /// <summary>No connection could be made.</summary>
    Unreachable,

    /// <summary>It answered 401 or 403: our key is wrong, not the caller's.</summary>
    CredentialsRejected,

    /// <summary>It answered another error status.</summary>
    ErrorStatus,

    /// <summary>It answered, but with something that is no completion.</summary>
    InvalidAnswer,

    /// <summary>The connection ended before the answer did.</summary>
    ConnectionCut,

    /// <summary>
    /// No whole answer, or no first chunk of a streamed one, within
    /// <see cref="ProviderOptions.TimeoutSeconds"/>.
    /// </summary>
    TimedOut,

    /// <summary>It sent an error where the next chunk of a stream was due.</summary>
    StreamFailed,

    /// <summary>A stream ended without a finish reason, or its connection did.</summary>
    StreamCut,

    /// <summary>No next chunk within <see cref="ProviderOptions.StreamIdleSeconds"/>.</summary>
    StreamStalled,
}
