using System.Runtime.InteropServices;

namespace GatewayBench;

/// <summary>The CPU time of the calling thread, which .NET itself does not tell.</summary>
internal static class ThreadCpu
{
    private const int ThreadClock = 3; // CLOCK_THREAD_CPUTIME_ID on Linux

    /// <returns>Null on systems other than 64-bit Linux.</returns>
    public static TimeSpan? Read() =>
        OperatingSystem.IsLinux()
        && Environment.Is64BitProcess
        && GetTime(ThreadClock, out var time) == 0
            ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1e3)
            : null;

    [DllImport("libc", EntryPoint = "clock_gettime", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out Timespec time);
}
