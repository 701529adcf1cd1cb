namespace GatewayBench;

/// <summary>A request for a response, with what the response repeats of it.</summary>
internal sealed record ResponseRequest : ModelRequest
{
    public required ResponseEcho Echo { get; init; }
}
