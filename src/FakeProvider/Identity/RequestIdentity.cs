namespace GatewayBench;

/// <summary>
/// Which request this is, apart from when it came: what its delays are drawn by, and what tells a
/// second attempt from another request.
/// </summary>
internal readonly record struct RequestIdentity
{
    /// <summary>Whose request it is; empty when the request doesn't say.</summary>
    public RequestId Id { get; init; }

    /// <summary>How many messages of an assistant the request holds: how far an agent has come.</summary>
    public int Step { get; init; }

    /// <summary>Tells requests of one step apart that ask for different things.</summary>
    public ulong PromptHash { get; init; }

    /// <summary>Which arrival with this id and step, from 0.</summary>
    public int Ordinal { get; init; }

    /// <summary>Which arrival with this id, step and prompt, from 1; 1 without identity.</summary>
    public int Attempt { get; init; }

    /// <summary>Whether it came before the Retry-After of the last attempt's refusal was over.</summary>
    public bool IsEarlyRetry { get; init; }

    /// <summary>Whether the request said who it is.</summary>
    public bool HasIdentity => !Id.IsEmpty;
}
