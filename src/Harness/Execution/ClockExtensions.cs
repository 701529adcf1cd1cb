namespace GatewayBench;

internal static class ClockExtensions
{
    /// <summary>A length of time in the clock's timestamps.</summary>
    public static long TicksOf(this TimeProvider clock, TimeSpan time) =>
        (long)((Int128)time.Ticks * clock.TimestampFrequency / TimeSpan.TicksPerSecond);
}
