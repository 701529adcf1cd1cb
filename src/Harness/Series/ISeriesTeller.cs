namespace GatewayBench;

/// <summary>A process of the target's own, which reads itself and tells what it read.</summary>
internal interface ISeriesTeller
{
    /// <summary>Has it read whenever a slice ends, from now on; what it was to tell before has ended.</summary>
    /// <param name="started">When the measured time begins, in timestamps of <paramref name="clock"/>.</param>
    /// <param name="clock">The run's.</param>
    /// <param name="told">Takes it, slice by slice.</param>
    void Begin(long started, TimeProvider clock, ToldSeries told);

    /// <summary>
    /// Has it read for the last time, which is told before its next <see
    /// cref="ITarget.ReadUsageAsync"/> is answered.
    /// </summary>
    void End();
}
