using MathNet.Numerics.Statistics;

namespace GatewayBench;

/// <summary>How evenly the machine does the same thing again and again, and who got in the way.</summary>
internal static class FitnessNoise
{
    private const string Quieter =
        "make the machine quiet (see below), or lengthen the rows and trust ratios of one run only";

    /// <summary>From the tenth to the ninetieth percentile, over the median; null for fewer than two values.</summary>
    public static double? SpreadOf(IReadOnlyList<double> values) =>
        values.Count > 1 && values.Median() is > 0 and var median
            ? (values.Quantile(0.9) - values.Quantile(0.1)) / median
            : null;

    public static FitnessFinding Loop(IReadOnlyList<double> microseconds) =>
        Spread(
            "calculation",
            microseconds,
            median => Units.Time(TimeSpan.FromMicroseconds(median)),
            Quieter
        );

    public static FitnessFinding Load(IReadOnlyList<double> rates) =>
        Spread("load in memory", rates, median => $"{Units.Count(Math.Round(median))}/s", Quieter);

    public static IEnumerable<FitnessFinding> Others(HostActivity activity) =>
        [
            Share(
                "steal",
                activity.Steal,
                GateLimits.StealShare,
                "the hypervisor gives processors to others: measure later, or on a machine of your own"
            ),
            Share(
                "other processes",
                activity.OtherProcesses,
                GateLimits.OtherProcessesShare,
                "find them with top, and stop them"
            ),
            Share(
                "memory pressure",
                activity.MemoryPressure,
                GateLimits.MemoryPressure,
                "free some memory"
            ),
            Share(
                "disk pressure",
                activity.IoPressure,
                GateLimits.IoPressure,
                "stop what reads or writes (iotop shows it)"
            ),
            Share(
                "throttled",
                activity.Throttled,
                GateLimits.ThrottledShare,
                "the CPU quota ran out: raise it (docker run --cpus, resources.limits.cpu)"
            ),
        ];

    private static FitnessFinding Spread(
        string name,
        IReadOnlyList<double> values,
        Func<double, string> show,
        string advice
    )
    {
        var spread = SpreadOf(values);
        return FitnessFinding.AtMost(
            name,
            spread,
            FitnessLimits.DoubtfulSpread,
            FitnessLimits.BadSpread,
            spread is { } known
                ? $"{values.Count} times {show(values.Median())}, spread {Units.Percent(known)}"
                : Units.Nothing,
            advice
        );
    }

    private static FitnessFinding Share(string name, double? share, double bad, string advice) =>
        FitnessFinding.AtMost(
            name,
            share,
            bad * FitnessLimits.GateShare,
            bad,
            share is { } known ? $"{Units.Percent(known)} of the time" : Units.Nothing,
            advice
        );
}
