namespace GatewayBench;

/// <summary>The place of a request in service, which it leaves when it ends.</summary>
internal readonly record struct ServicePlace(Availability? Availability) : IDisposable
{
    public void Dispose() => Availability?.Leave();
}
