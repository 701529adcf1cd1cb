namespace GatewayBench;

/// <summary>Why a provider refused a request that was well formed.</summary>
public enum RefusalReason
{
    /// <summary>The key's requests per minute are used up.</summary>
    RateRequests,

    /// <summary>The key's tokens per minute (of input, output or both) are used up.</summary>
    RateTokens,

    /// <summary>The request alone asks for more tokens than a minute has.</summary>
    TooLarge,

    /// <summary>The key's quota, which never refills, does not cover the request.</summary>
    Quota,

    /// <summary>As many requests as allowed are in service, of the key or of all keys.</summary>
    Concurrency,

    /// <summary>The provider is overloaded.</summary>
    Overload,

    /// <summary>A scripted outage.</summary>
    Outage,
}
