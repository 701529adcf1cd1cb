namespace GatewayBench;

/// <summary>The errors that faults answer with, as OpenAI types them.</summary>
internal static class FaultErrors
{
    /// <summary>What an <c>error</c> event in a stream says.</summary>
    public static ApiError InStream { get; } =
        new(500, "The fake provider has broken off this stream.", Type: "server_error");

    public static ApiError Of(int status) =>
        new(
            status,
            FormattableString.Invariant($"The fake provider answers this request with {status}."),
            Code: status switch
            {
                401 => "invalid_api_key",
                429 => "rate_limit_exceeded",
                _ => null,
            },
            Type: status switch
            {
                429 => "requests",
                >= 500 => "server_error",
                _ => "invalid_request_error",
            }
        );
}
