namespace GatewayBench;

/// <summary>Ends the reading of a bad request with what the client gets to see.</summary>
internal sealed class ApiErrorException(ApiError error) : Exception(error.Message)
{
    public ApiError Error { get; } = error;

    /// <summary>What the client is told to wait, if it is told.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
