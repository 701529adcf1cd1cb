namespace GatewayBench;

/// <summary>One thread's sums of a scenario's own metrics.</summary>
internal sealed class MetricCells
{
    private readonly LongHistogram?[] _trends;
    private readonly long[] _sums;
    private readonly long[] _counts;

    public MetricCells(IReadOnlyList<CustomMetric> metrics)
    {
        _sums = new long[metrics.Count];
        _counts = new long[metrics.Count];
        _trends =
        [
            .. metrics.Select(metric => metric.Kind == MetricKind.Trend ? NewTrend() : null),
        ];
    }

    /// <summary>Values of trends beyond their range, recorded as its end.</summary>
    public long Clamped { get; private set; }

    /// <param name="values">What each metric read from one reply.</param>
    public void Record(ReadOnlySpan<long> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            _sums[i] += values[i];
            _counts[i]++;
            if (_trends[i] is { } trend)
            {
                var value = Math.Min(values[i], trend.HighestTrackableValue);
                Clamped += value < values[i] ? 1 : 0;
                trend.RecordValue(value);
            }
        }
    }

    public void Add(MetricCells other)
    {
        Clamped += other.Clamped;
        for (var i = 0; i < _sums.Length; i++)
        {
            _sums[i] += other._sums[i];
            _counts[i] += other._counts[i];
            _trends[i]?.Add(other._trends[i]!);
        }
    }

    public MetricResult ResultOf(int index, CustomMetric metric) =>
        new(metric.Name, metric.Kind, metric.Unit, _counts[index], _sums[index], _trends[index]);

    private static LongHistogram NewTrend() => new(1, 1_000_000_000_000, 3);
}
