namespace GatewayBench;

/// <summary>Adds up what results hold. Nothing that went in is changed.</summary>
internal static class Sums
{
    /// <summary>Bucket for bucket: no value is lost, and no percentile is made of percentiles.</summary>
    public static LongHistogram Of(IEnumerable<LongHistogram> histograms)
    {
        LongHistogram[] all = [.. histograms];
        // Stored ones may have been cut to the values that they hold.
        var sum = new LongHistogram(
            all[0].LowestTrackableValue,
            all.Max(one => one.HighestTrackableValue),
            all[0].NumberOfSignificantValueDigits
        );
        Array.ForEach(all, sum.Add);
        return sum;
    }

    public static Dictionary<TKey, long> Of<TKey>(
        IEnumerable<IReadOnlyDictionary<TKey, long>> counts
    )
        where TKey : notnull =>
        counts
            .SelectMany(one => one)
            .GroupBy(count => count.Key, count => count.Value)
            .OrderBy(count => count.Key)
            .ToDictionary(count => count.Key, count => count.Sum());

    public static StreamResult? Of(IReadOnlyList<StreamResult?> streams) =>
        streams.OfType<StreamResult>().ToList() is not [_, ..] all
            ? null
            : new StreamResult(
                Of(all.Select(one => one.TimeToFirstToken)),
                Of(all.Select(one => one.TokenGaps)),
                all.Sum(one => one.Turns),
                all.Sum(one => one.TurnsWithUsage),
                all.Sum(one => one.Tokens),
                all.Sum(one => one.TokensInTime),
                all.Sum(one => one.Pieces)
            );

    /// <summary>Checks are the same in all, in the same order.</summary>
    public static CheckResult[] Of(IReadOnlyList<IReadOnlyList<CheckResult>> checks) =>
        [
            .. checks[0]
                .Select(
                    (check, i) =>
                        new CheckResult(
                            check.Name,
                            checks.Sum(one => one[i].Passed),
                            checks.Sum(one => one[i].Total)
                        )
                ),
        ];

    /// <summary>Metrics are the same in all, in the same order.</summary>
    public static MetricResult[] Of(IReadOnlyList<IReadOnlyList<MetricResult>> metrics) =>
        [
            .. metrics[0]
                .Select(
                    (metric, i) =>
                        metric with
                        {
                            Count = metrics.Sum(one => one[i].Count),
                            Sum = metrics.Sum(one => one[i].Sum),
                            Values = metric.Values is null
                                ? null
                                : Of(metrics.Select(one => one[i].Values!)),
                        }
                ),
        ];

    /// <summary>Of each class that of the first that has one.</summary>
    public static Dictionary<Outcome, string> First(
        IEnumerable<IReadOnlyDictionary<Outcome, string>> samples
    ) =>
        samples
            .SelectMany(one => one)
            .DistinctBy(sample => sample.Key)
            .OrderBy(sample => sample.Key)
            .ToDictionary(sample => sample.Key, sample => sample.Value);
}
