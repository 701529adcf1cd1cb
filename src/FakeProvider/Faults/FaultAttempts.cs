namespace GatewayBench;

/// <summary>
/// Counts how often a request has come. Memory is fixed: requests that share a place forget each
/// other.
/// </summary>
internal sealed class FaultAttempts
{
    private const int Places = 1 << 14;

    private readonly Lock _gate = new();
    private readonly (ulong Request, int Count)[] _counts = new (ulong, int)[Places];

    /// <param name="request">A hash of it.</param>
    /// <returns>Which attempt it is, from 1.</returns>
    public int Next(ulong request)
    {
        lock (_gate)
        {
            ref var place = ref _counts[request % Places];
            place = (request, place.Request == request ? place.Count + 1 : 1);
            return place.Count;
        }
    }
}
