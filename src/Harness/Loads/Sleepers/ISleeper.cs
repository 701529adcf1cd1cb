namespace GatewayBench;

/// <summary>Waits for a point in time, for one thread.</summary>
internal interface ISleeper : IDisposable
{
    /// <summary>Blocks the thread. Never returns before its time; how long after is best effort.</summary>
    /// <param name="timestamp">Of the clock that the sleeper was made for; the past returns at once.</param>
    void SleepUntil(long timestamp);
}
