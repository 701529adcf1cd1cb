using System.Diagnostics;
using System.Runtime.InteropServices;

namespace GatewayBench;

/// <summary>
/// Sleeps by <c>clock_nanosleep</c> until an absolute time: what passes between looking at the clock
/// and falling asleep is not slept on top. <see cref="Stopwatch"/> reads the same clock on Linux,
/// CLOCK_MONOTONIC in nanoseconds, so its timestamps go in as they are.
/// </summary>
internal sealed class LinuxSleeper : StopwatchSleeper
{
    private const int ClockMonotonic = 1;
    private const int AbsoluteTime = 1;
    private const int Interrupted = 4;
    private const int SetTimerSlack = 29;
    private const nuint LeastSlack = 1;
    private const int CallingThread = 0;
    private const int FirstInFirstOut = 1;
    private const int ResetOnFork = 0x40000000;
    private const int LeastRealTimePriority = 1;

    /// <summary>
    /// By default the kernel delays a thread's wake-up by up to 50 us, to wake several at once, and
    /// then lets it wait its turn among the others, for a millisecond or more: this thread asks for
    /// 1 ns, and to come first. Where that is refused (the second needs CAP_SYS_NICE) it wakes a
    /// little later, no more.
    /// </summary>
    public LinuxSleeper()
    {
        _ = prctl(SetTimerSlack, LeastSlack, 0, 0, 0);
        var priority = LeastRealTimePriority;
        _ = sched_setscheduler(CallingThread, FirstInFirstOut | ResetOnFork, in priority);
    }

    public override bool TrySleep(long timestamp, long left)
    {
        var until = new Timespec(timestamp);
        return clock_nanosleep(ClockMonotonic, AbsoluteTime, in until, 0) is 0 or Interrupted;
    }

    [DllImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int clock_nanosleep(int clock, int flags, in Timespec time, nint left);

    [DllImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int prctl(int option, nuint a, nuint b, nuint c, nuint d);

    [DllImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int sched_setscheduler(int thread, int policy, in int priority);
}
