using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace GatewayBench;

/// <summary>
/// A fixed calculation that does nothing but use a processor: how fast it is says how fast the
/// machine is just now, whatever code is measured on it.
/// </summary>
internal static class CalibrationLoop
{
    /// <summary>About 20 ms on a processor of 2021.</summary>
    private const int Steps = 8_000_000;

    private const int Tries = 5;
    private static ulong _sink;

    /// <summary>Steps per microsecond, the best of five tries: what the processor can do undisturbed.</summary>
    public static double Score() => ScoreOf(Enumerable.Range(0, Tries).Select(_ => Time()).Min());

    /// <summary>Steps per microsecond.</summary>
    public static double ScoreOf(TimeSpan time) => Steps / time.TotalMicroseconds;

    /// <summary>Does the calculation once.</summary>
    public static TimeSpan Time()
    {
        var start = Stopwatch.GetTimestamp();
        _sink += Calculate(_sink | 1, Steps);
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>Each step needs the last one's result, so that nothing can be done side by side or left out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static ulong Calculate(ulong value, int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            value ^= value << 13;
            value ^= value >> 7;
            value ^= value << 17;
        }
        return value;
    }
}
