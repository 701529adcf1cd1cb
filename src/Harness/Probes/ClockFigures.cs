using System.Diagnostics;

namespace GatewayBench;

/// <summary>How finely time can be told, and slept.</summary>
/// <param name="Source">The kernel's clock; null where it doesn't say.</param>
/// <param name="ReadNanoseconds">What looking at the clock takes.</param>
/// <param name="FinestStepNanoseconds">The smallest step between two looks.</param>
/// <param name="SleepMicroseconds">What a sleep of <see cref="AskedMicroseconds"/> took, again and again.</param>
internal sealed record ClockFigures(
    string? Source,
    double ReadNanoseconds,
    double FinestStepNanoseconds,
    IReadOnlyList<double> SleepMicroseconds
)
{
    /// <summary>The gap between hits at 10,000/s.</summary>
    public const int AskedMicroseconds = 100;

    private const int Sleeps = 500;
    private const int Looks = 1_000;
    private const int Spells = 20;
    private static readonly double NanosecondsPerTick = 1e9 / Stopwatch.Frequency;

    public static ClockFigures Read()
    {
        var (looks, step) = Look();
        return new ClockFigures(MachineFacts.ReadClockSource(), looks, step, Sleep());
    }

    /// <summary>The best spell: what disturbs only makes it longer.</summary>
    private static (double Look, double Step) Look()
    {
        var (least, finest) = (double.MaxValue, double.MaxValue);
        for (var spell = 0; spell < Spells; spell++)
        {
            var start = Stopwatch.GetTimestamp();
            var last = start;
            for (var i = 0; i < Looks; i++)
            {
                var now = Stopwatch.GetTimestamp();
                if (now > last)
                {
                    finest = Math.Min(finest, (now - last) * NanosecondsPerTick);
                }
                last = now;
            }
            least = Math.Min(least, (last - start) * NanosecondsPerTick / Looks);
        }
        return (least, finest);
    }

    /// <summary>As the pacer of an open load does, on a thread of its own.</summary>
    private static double[] Sleep()
    {
        var took = new double[Sleeps];
        var thread = new Thread(() =>
        {
            using var sleeper = Sleeper.Best();
            var asked = AskedMicroseconds * Stopwatch.Frequency / 1_000_000;
            for (var i = 0; i < Sleeps; i++)
            {
                var start = Stopwatch.GetTimestamp();
                sleeper.SleepUntil(start + asked);
                took[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            }
        });
        thread.Start();
        thread.Join();
        return took;
    }
}
