namespace GatewayBench;

/// <summary>Sleeps in milliseconds: what every platform can.</summary>
internal sealed class ThreadSleeper : StopwatchSleeper
{
    public override bool TrySleep(long timestamp, long left) => false;
}
