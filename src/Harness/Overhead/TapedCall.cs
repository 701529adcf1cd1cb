namespace GatewayBench;

/// <summary>A request that came to a provider, byte for byte, so that it can be sent again.</summary>
/// <param name="Method">Its HTTP method.</param>
/// <param name="Path">With the query.</param>
/// <param name="Headers">Those that are the request's own, and not the connection's.</param>
/// <param name="Body">The whole of it.</param>
/// <param name="Came">The timestamp at which it had been read.</param>
internal sealed record TapedCall(
    string Method,
    string Path,
    IReadOnlyList<KeyValuePair<string, string>> Headers,
    byte[] Body,
    long Came
)
{
    private long _left = long.MaxValue;
    private int _status;

    /// <summary>The timestamp at which it was done with; the greatest one until then.</summary>
    public long Left => Volatile.Read(ref _left);

    /// <summary>What it was answered with; 0 until then.</summary>
    public int Status => Volatile.Read(ref _status);

    /// <summary>What its answer is a stream of; null for an answer in one piece.</summary>
    public StreamFormat? Format { get; } = CallFormat.Of(Path, Body);

    public void Leave(long timestamp, int status)
    {
        Volatile.Write(ref _status, status);
        Volatile.Write(ref _left, timestamp);
    }
}
