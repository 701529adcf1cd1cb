namespace GatewayBench;

/// <summary>What is known of how far merged figures can be trusted: the worst that it was anywhere.</summary>
internal static class TrustMerge
{
    /// <param name="rows">Those of each generator.</param>
    /// <param name="latency">The merged latency of successes.</param>
    /// <param name="lag">The merged schedule lag; null for closed loads.</param>
    public static Trust Of(IReadOnlyList<RowResult> rows, LongHistogram latency, LongHistogram? lag)
    {
        Trust[] all = [.. rows.Select(row => row.Trust)];
        return new Trust
        {
            ScheduleLagP50Microseconds = lag?.TimeAt(50)?.TotalMicroseconds,
            ScheduleLagP99Microseconds = lag?.TimeAt(99)?.TotalMicroseconds,
            LatencyP99Microseconds = latency.TimeAt(99)?.TotalMicroseconds,
            GeneratorShare = all.Max(one => one.GeneratorShare),
            Fairness = all.Min(one => one.Fairness),
            StealShare = all.Max(one => one.StealShare),
            OtherProcessesShare = all.Max(one => one.OtherProcessesShare),
            MemoryPressure = all.Max(one => one.MemoryPressure),
            IoPressure = all.Max(one => one.IoPressure),
            ThrottledShare = all.Max(one => one.ThrottledShare),
            ProviderCeiling = all.Min(one => one.ProviderCeiling),
            ProviderTimerErrorP99Microseconds = all.Max(one =>
                one.ProviderTimerErrorP99Microseconds
            ),
            Drift = all.Select(one => one.Drift).MaxBy(drift => Math.Abs((drift ?? 1) - 1)),
            Settled = all.Any(one => one.Settled is null)
                ? null
                : all.All(one => one.Settled == true),
            WarmUpSeconds = all.Max(one => one.WarmUpSeconds),
            Successes = rows.Sum(row => row.Successes),
        };
    }
}
