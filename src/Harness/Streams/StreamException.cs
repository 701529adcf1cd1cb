namespace GatewayBench;

/// <summary>A stream went wrong in a way that has a class of its own.</summary>
internal sealed class StreamException(Outcome outcome, string message, Exception? inner = null)
    : Exception(message, inner)
{
    public Outcome Outcome { get; } = outcome;

    /// <summary>The data of the event that it is about, if it is about one.</summary>
    public ReadOnlyMemory<byte> Event { get; init; }
}
