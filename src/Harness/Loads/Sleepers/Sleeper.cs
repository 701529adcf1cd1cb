using System.Diagnostics;

namespace GatewayBench;

/// <summary>Chooses a sleeper.</summary>
internal static class Sleeper
{
    private const long Nanoseconds = 1_000_000_000;

    /// <summary>
    /// One for timestamps of a clock. To be called on the thread that will sleep: how precisely a
    /// thread wakes is a setting of the thread.
    /// </summary>
    public static ISleeper For(TimeProvider clock) =>
        clock == TimeProvider.System ? Best() : new ClockSleeper(clock);

    /// <summary>The most precise that the platform has, for <see cref="Stopwatch"/> timestamps.</summary>
    public static StopwatchSleeper Best()
    {
        try
        {
            var precise = OfPlatform();
            if (precise?.Works() == true)
            {
                return precise;
            }
            precise?.Dispose();
        }
        // A platform that lacks its own functions still has threads.
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException) { }
        return new ThreadSleeper();
    }

    private static StopwatchSleeper? OfPlatform()
    {
        if (OperatingSystem.IsWindows())
        {
            return WindowsSleeper.Create();
        }
        // The C library's time structure is known only where its fields are as wide as pointers.
        if (!Environment.Is64BitProcess || Stopwatch.Frequency != Nanoseconds)
        {
            return null;
        }
        return OperatingSystem.IsLinux() ? new LinuxSleeper() : new UnixSleeper();
    }
}
