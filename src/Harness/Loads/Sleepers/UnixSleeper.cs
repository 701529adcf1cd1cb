using System.Runtime.InteropServices;

namespace GatewayBench;

/// <summary>Sleeps by <c>nanosleep</c>: macOS, which has no sleep until an absolute time, and others.</summary>
internal sealed class UnixSleeper : StopwatchSleeper
{
    private const int Interrupted = 4;

    public override bool TrySleep(long timestamp, long left)
    {
        var time = new Timespec(left);
        return nanosleep(in time, 0) == 0 || Marshal.GetLastPInvokeError() == Interrupted;
    }

    [
        DllImport("libc", SetLastError = true),
        DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)
    ]
    private static extern int nanosleep(in Timespec time, nint left);
}
