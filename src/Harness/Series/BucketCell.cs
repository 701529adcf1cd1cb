namespace GatewayBench;

/// <summary>
/// A histogram whose counts so far are told by their upper bounds: its percentiles are drawn straight
/// through the bucket that they fall into, as Prometheus does. Asked and read by one thread.
/// </summary>
internal sealed class BucketCell(SeriesName name) : MeterCell
{
    private readonly SeriesName _rate = name.Rate("rate");
    private readonly SeriesName _p50 = name.Of("p50");
    private readonly SeriesName _p99 = name.Of("p99");
    private SortedDictionary<double, double> _counts = [];
    private SortedDictionary<double, double> _last = [];
    private double _seconds;

    public override void Record(long value) => Record((double)value);

    /// <summary>Without a bound nothing is known of a value but that it was there.</summary>
    public override void Record(double value) => Add(double.PositiveInfinity, value);

    /// <summary>Adds what was told of a bucket, or of one of several that count as one.</summary>
    public void Add(double bound, double count) =>
        _counts[bound] = _counts.GetValueOrDefault(bound) + count;

    public override void StartRound() => _counts = [];

    public override void Forget() => (_last, _seconds) = (_counts, 0);

    public override void Read(double seconds, SeriesLog log)
    {
        _seconds += seconds;
        if (_counts.Count == 0)
        {
            return;
        }
        (double Bound, double Count)[] since =
        [
            .. _counts.Select(one => (one.Key, one.Value - _last.GetValueOrDefault(one.Key))),
        ];
        var total = since[^1].Count;
        // A count that got smaller began anew.
        if (since.All(one => one.Count >= 0))
        {
            log.Add(_rate, total / _seconds);
            log.Add(_p50, Percentile(since, total * 0.50));
            log.Add(_p99, Percentile(since, total * 0.99));
        }
        (_last, _seconds) = (_counts, 0);
    }

    /// <returns>NaN of none; beyond the last bound, that bound.</returns>
    private static double Percentile((double Bound, double Count)[] since, double wanted)
    {
        if (wanted <= 0)
        {
            return double.NaN;
        }
        var (from, below) = (0.0, 0.0);
        foreach (var (bound, count) in since)
        {
            if (count >= wanted)
            {
                return double.IsInfinity(bound)
                    ? from
                    : from + (bound - from) * (wanted - below) / (count - below);
            }
            (from, below) = (bound, count);
        }
        return double.NaN;
    }
}
