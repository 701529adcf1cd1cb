using GatewayBench.Support;

namespace Gateway.Tests;

/// <summary>Moves a clock for tests that can't see which timers there are.</summary>
internal static class PatientClock
{
    /// <summary>Lets time pass in small steps until something has happened.</summary>
    public static Task AdvanceUntilAsync(this ManualTimeProvider clock, Task happened) =>
        Eventually.TrueAsync(() =>
        {
            clock.Advance(TimeSpan.FromMilliseconds(100));
            return happened.IsCompleted;
        });
}
