namespace GatewayBench;

/// <summary>
/// Turns a load into intended start times. A pure function: no clock and no state, so that any
/// thread may ask, in any order, and always gets the same answer.
/// </summary>
internal abstract class Pacer
{
    /// <summary>When hit number <paramref name="hits"/> is meant to start.</summary>
    /// <param name="elapsed">
    /// The intended time of the hit before it, from the schedule's start; zero for the first.
    /// </param>
    /// <param name="hits">Hits so far, so that the first hit is number 0.</param>
    /// <returns>From the schedule's start; null when the schedule has no more.</returns>
    public abstract TimeSpan? Next(TimeSpan elapsed, long hits);
}
