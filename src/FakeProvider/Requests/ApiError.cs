namespace GatewayBench;

/// <summary>An error as OpenAI's API words it on the wire.</summary>
internal sealed record ApiError(
    int Status,
    string Message,
    string? Param = null,
    string? Code = null,
    string Type = "invalid_request_error"
);
