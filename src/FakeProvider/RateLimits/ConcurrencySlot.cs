namespace GatewayBench;

/// <summary>The place of an admitted request, which it leaves when it ends.</summary>
internal readonly record struct ConcurrencySlot(RateLimiter? Limiter, ulong Key) : IDisposable
{
    public void Dispose() => Limiter?.Leave(Key);
}
