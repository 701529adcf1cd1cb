using MathNet.Numerics.Statistics;

namespace GatewayBench;

/// <summary>How finely time can be told, and slept.</summary>
internal static class FitnessClock
{
    /// <summary>By its p99, which is what the gate of open loads judges.</summary>
    public static FitnessFinding Sleep(ClockFigures clock)
    {
        var (p50, p99) = (
            clock.SleepMicroseconds.Quantile(0.5),
            clock.SleepMicroseconds.Quantile(0.99)
        );
        return FitnessFinding.AtMost(
            "finest sleep",
            p99 - ClockFigures.AskedMicroseconds,
            FitnessLimits.DoubtfulSleep,
            GateLimits.LeastScheduleLagMicroseconds,
            $"asked {ClockFigures.AskedMicroseconds} us, got p50 {Time(p50)}, p99 {Time(p99)}",
            "open loads would start late: stop other load, choose a plan with high clocks (no power saving), "
                + "or measure closed loads only"
        );
    }

    public static FitnessFinding Look(ClockFigures clock) =>
        FitnessFinding.AtMost(
            "clock",
            clock.ReadNanoseconds,
            FitnessLimits.DoubtfulRead,
            FitnessLimits.BadRead,
            $"{clock.Source ?? "system"}: {clock.ReadNanoseconds:0} ns a look, finest step {clock.FinestStepNanoseconds:0} ns",
            "the kernel reads a slow clock: choose tsc in "
                + "/sys/devices/system/clocksource/clocksource0/current_clocksource if it is available"
        );

    private static string Time(double microseconds) =>
        Units.Time(TimeSpan.FromMicroseconds(microseconds));
}
