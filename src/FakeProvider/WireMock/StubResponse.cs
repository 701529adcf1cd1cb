namespace GatewayBench;

/// <summary>What a stub answers.</summary>
internal sealed class StubResponse
{
    public static StubResponse Default { get; } = new();

    public int Status { get; init; } = 200;

    public string? StatusMessage { get; init; }

    public IReadOnlyList<(string Name, string[] Values)> Headers { get; init; } = [];

    public byte[] Body { get; init; } = [];

    /// <summary>Whether the body goes out in chunks, without its length.</summary>
    public bool IsChunked { get; init; }

    public StubDelay Delay { get; init; } = StubDelay.None;

    public StubFault? Fault { get; init; }
}
