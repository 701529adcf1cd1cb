namespace GatewayBench;

/// <summary>A request that got an answer, as the pipeline tells the audit of it.</summary>
internal readonly record struct AnsweredRequest
{
    /// <summary>Without the query.</summary>
    public string? Path { get; init; }

    /// <summary>As requested; null where the request could not be read so far.</summary>
    public string? Model { get; init; }

    /// <summary>The hash of the API key.</summary>
    public ulong Key { get; init; }

    public int Status { get; init; }

    /// <summary>Who it said it is; not known of a request that could not be read.</summary>
    public RequestIdentity Identity { get; init; }

    /// <summary>Before the first token, or before the whole of an answer that is not streamed.</summary>
    public PlannedWait Wait { get; init; }

    /// <summary>Of the reply.</summary>
    public int Tokens { get; init; }
}
