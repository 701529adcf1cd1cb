namespace GatewayBench;

/// <summary>One remembered key of an <see cref="ArrivalStripe"/>.</summary>
internal struct ArrivalSlot
{
    public ulong Key;
    public long NotBefore;
    public uint LastUsed;

    /// <summary>0 in a slot that is free.</summary>
    public int Arrivals;
}
