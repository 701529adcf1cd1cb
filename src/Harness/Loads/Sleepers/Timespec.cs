using System.Runtime.InteropServices;

namespace GatewayBench;

/// <summary>The C library's <c>struct timespec</c> in 64-bit processes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct Timespec(long nanoseconds)
{
    private const long PerSecond = 1_000_000_000;

    public readonly long Seconds = nanoseconds / PerSecond;
    public readonly long Nanoseconds = nanoseconds % PerSecond;
}
