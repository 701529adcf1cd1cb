namespace Gateway;

/// <summary>
/// The provider gave no answer. Its message holds nothing of what the provider sent, and there is no
/// inner exception: an SDK's message quotes the body, and bodies don't belong in logs or problems.
/// </summary>
internal sealed class ProviderException(
    ProviderFailure failure,
    int? status = null,
    TimeSpan? retryAfter = null,
    bool retryIsNoUse = false,
    ProviderRefusal? refusal = null
) : Exception(Describe(failure, status))
{
    public ProviderFailure Failure => failure;

    /// <summary>The HTTP status, where that is what was wrong.</summary>
    public int? Status => status;

    /// <summary>How long the provider asked to wait, if it did.</summary>
    public TimeSpan? RetryAfter => retryAfter;

    /// <summary>Whether the provider said that the same request will fail again.</summary>
    public bool RetryIsNoUse => retryIsNoUse;

    /// <summary>What the provider says of a request that it rejected.</summary>
    public ProviderRefusal? Refusal => refusal;

    /// <summary>The failure's name in metrics and problems.</summary>
    public string Reason =>
        failure switch
        {
            ProviderFailure.RateLimited => "rate_limited",
            ProviderFailure.QuotaExhausted => "provider_quota_exhausted",
            ProviderFailure.Unreachable => "provider_unreachable",
            ProviderFailure.CircuitOpen => "provider_circuit_open",
            ProviderFailure.CredentialsRejected => "provider_rejected_credentials",
            ProviderFailure.RequestRejected => "provider_rejected_request",
            ProviderFailure.ErrorStatus => "provider_error",
            ProviderFailure.InvalidAnswer => "provider_invalid_answer",
            ProviderFailure.ConnectionCut => "provider_connection_cut",
            ProviderFailure.TimedOut => "provider_timeout",
            ProviderFailure.StreamFailed => "provider_stream_error",
            ProviderFailure.StreamCut => "provider_stream_cut",
            ProviderFailure.StreamStalled => "provider_stream_stalled",
            _ => throw new InvalidOperationException($"Unnamed failure {failure}."),
        };

    /// <summary>The same failure as it looks later: with the time that is left to wait.</summary>
    public ProviderException After(TimeSpan wait) =>
        new(failure, status, wait, retryIsNoUse, refusal);

    private static string Describe(ProviderFailure failure, int? status) =>
        failure switch
        {
            ProviderFailure.RateLimited => "The provider's rate limit is reached.",
            ProviderFailure.QuotaExhausted => "The gateway's quota at the provider is used up.",
            ProviderFailure.Unreachable => "The provider cannot be reached.",
            ProviderFailure.CircuitOpen =>
                "The provider has failed too often, and is left alone for a while.",
            ProviderFailure.CredentialsRejected =>
                $"The provider rejected the gateway's credentials with status {status}.",
            ProviderFailure.RequestRejected =>
                $"The provider rejected the request with status {status}.",
            ProviderFailure.ErrorStatus => $"The provider answered with status {status}.",
            ProviderFailure.InvalidAnswer =>
                "The provider answered with something that cannot be read.",
            ProviderFailure.ConnectionCut =>
                "The provider cut the connection before its answer was complete.",
            ProviderFailure.TimedOut => "The provider did not answer in time.",
            ProviderFailure.StreamFailed => "The provider ended its answer with an error.",
            ProviderFailure.StreamCut =>
                "The provider's stream ended before its answer was complete.",
            ProviderFailure.StreamStalled =>
                "The provider fell silent in the middle of its answer.",
            _ => throw new InvalidOperationException($"Undescribed failure {failure}."),
        };
}
