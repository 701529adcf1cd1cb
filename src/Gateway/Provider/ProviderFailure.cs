namespace Gateway;

/// <summary>The ways in which a provider lets us down.</summary>
internal enum ProviderFailure
{
    /// <summary>It answered 429.</summary>
    RateLimited,

    /// <summary>It answered 429 because of a quota that no waiting refills.</summary>
    QuotaExhausted,

    /// <summary>No connection could be made.</summary>
    Unreachable,

    /// <summary>It was not asked: it has failed too often just now.</summary>
    CircuitOpen,

    /// <summary>It answered 401 or 403: our key is wrong, not the caller's.</summary>
    CredentialsRejected,

    /// <summary>It answered 400, 413 or 422: what the caller wants is at fault.</summary>
    RequestRejected,

    /// <summary>It answered another error status.</summary>
    ErrorStatus,

    /// <summary>It answered, but with something that is no answer of its API.</summary>
    InvalidAnswer,

    /// <summary>The connection ended before the answer did.</summary>
    ConnectionCut,

    /// <summary>
    /// No whole answer, or no first chunk of a streamed one, within
    /// <see cref="ProviderOptions.TimeoutSeconds"/> or
    /// <see cref="ResilienceOptions.TotalTimeoutSeconds"/>.
    /// </summary>
    TimedOut,

    /// <summary>It sent an error where the next chunk of a stream was due.</summary>
    StreamFailed,

    /// <summary>A stream ended without a finish reason, or its connection did.</summary>
    StreamCut,

    /// <summary>No next chunk within <see cref="ProviderOptions.StreamIdleSeconds"/>.</summary>
    StreamStalled,
}
