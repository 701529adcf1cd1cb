namespace GatewayBench;

/// <summary>Gathers what the gates judge a row by.</summary>
internal static class TrustOf
{
    public static Trust Row(
        Row row,
        RowCounts counts,
        MeasuredWindow window,
        GeneratorFigures generator,
        CalibrationFigures calibration
    ) =>
        new()
        {
            ScheduleLagP50Microseconds = Lag(counts, 50),
            ScheduleLagP99Microseconds = Lag(counts, 99),
            LatencyP99Microseconds = counts.Successes.Latency.TimeAt(99)?.TotalMicroseconds,
            GeneratorShare = ClientShare(window, generator, calibration),
            Fairness = Fairness.Of(
                generator.PerUser,
                counts.Successes.Latency.GetStdDeviation() / counts.Successes.Latency.GetMean()
            ),
            StealShare = window.Host?.Steal,
            OtherProcessesShare = window.Host?.OtherProcesses,
            MemoryPressure = window.Host?.MemoryPressure,
            IoPressure = window.Host?.IoPressure,
            ThrottledShare = window.Host?.Throttled,
            ProviderCeiling = ProviderCeiling.Of(
                calibration.ProviderRate,
                window.ProviderCallsPerSecond
            ),
            ProviderTimerErrorP99Microseconds =
                window.ProviderTimerErrorP99Microseconds * TimeScaling.Of(row.Target.Provider),
            // A rate limit that is meant to be hit is hit later and later: no fault of the measurement.
            Drift =
                row.Scenario.Expected.Count == 0 && IsOfSuccesses(counts)
                    ? DriftOf(row.Load, window)
                    : null,
            Settled = window.Settled,
            WarmUpSeconds = window.WarmUp.TotalSeconds,
            Successes = counts[Outcome.Success],
        };

    private static double? Lag(RowCounts counts, double percentile) =>
        counts.ScheduleLag.TimeAt(percentile)?.TotalMicroseconds;

    private static double? ClientShare(
        MeasuredWindow window,
        GeneratorFigures generator,
        CalibrationFigures calibration
    )
    {
        var client =
            calibration.ClientCpu * window.Completed + (generator.PacerCpu ?? TimeSpan.Zero);
        return GeneratorShare.Of(client, window.Usage?.Cpu);
    }

    private static bool IsOfSuccesses(RowCounts counts)
    {
        var failures = Outcomes.All.Where(outcome => outcome != Outcome.Success);
        return Drift.IsOfSuccesses(
            counts[Outcome.Success],
            failures.Sum(outcome => counts[outcome])
        );
    }

    private static double? DriftOf(Load load, MeasuredWindow window) =>
        load switch
        {
            ClosedLoad { Curve: null } closed => Drift.OfRate(window.Slices, closed.Users),
            OpenLoad { IsSteady: true } => Drift.OfServiceTime(window.Slices),
            _ => null,
        };
}
