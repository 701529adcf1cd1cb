namespace GatewayBench;

/// <summary>What a limit per minute counts.</summary>
internal enum RateLimitUnit
{
    Requests,

    /// <summary>Those of the prompt and those that the reply may have.</summary>
    Tokens,

    /// <summary>Those of the prompt.</summary>
    InputTokens,

    /// <summary>The most that the reply may have.</summary>
    OutputTokens,
}
