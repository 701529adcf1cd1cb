namespace GatewayBench;

/// <summary>An exchange that may be among the slowest of its row.</summary>
/// <param name="Hit">What came of it.</param>
/// <param name="Id">Which one it is.</param>
/// <param name="Provider">What the fake provider spent on it; null where not known.</param>
internal readonly record struct SlowCandidate(Hit Hit, HitId Id, TimeSpan? Provider)
{
    /// <summary>Its latency, in timestamps.</summary>
    public long Ticks => Hit.Ended - Hit.Intended;
}
