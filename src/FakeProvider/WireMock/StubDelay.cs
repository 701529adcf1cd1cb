namespace GatewayBench;

/// <summary>
/// How long a stub waits: a fixed part and a drawn one. The n-th answer of a stub waits for a pure
/// function of the provider's seed, the stub's id and n.
/// </summary>
internal sealed class StubDelay(TimeSpan fixedPart, Delay? drawn, TimeSpan mostDrawn)
{
    private long _draws = -1;

    public static StubDelay None { get; } = new(TimeSpan.Zero, null, TimeSpan.Zero);

    public TimeSpan Next(ulong seed, Guid stub)
    {
        if (drawn is null)
        {
            return fixedPart;
        }
        var stream = new StableHash(seed);
        stream.Add("stub delay"u8);
        stream.Add(stub.ToByteArray());
        var draw = drawn.Draw(stream.Value, (ulong)Interlocked.Increment(ref _draws));
        return fixedPart + (draw < mostDrawn ? draw : mostDrawn);
    }
}
