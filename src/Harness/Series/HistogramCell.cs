namespace GatewayBench;

/// <summary>
/// Counts values in buckets whose bounds are at most a sixteenth apart, in fixed memory, so that a
/// slice's percentiles are right to about 6 %.
/// </summary>
internal sealed class HistogramCell : MeterCell
{
    /// <summary>Of a unit: a nanosecond of instruments in seconds, a thousandth of all others.</summary>
    private readonly double _perUnit;

    private const int Digits = 1;
    private const long Most = 1L << 50;
    private readonly LongHistogram _slice = new(1, Most, Digits);
    private readonly long[] _counts;
    private readonly long[] _last;
    private readonly SeriesName _rate;
    private readonly SeriesName _mean;
    private readonly SeriesName _p50;
    private readonly SeriesName _p99;

    public HistogramCell(SeriesName name)
    {
        _perUnit = name.Unit == "s" ? 1e9 : 1e3;
        (_counts, _last) = (new long[_slice.Counts.Length], new long[_slice.Counts.Length]);
        _rate = name.Rate("rate");
        (_mean, _p50, _p99) = (name.Of("mean"), name.Of("p50"), name.Of("p99"));
    }

    public override void Record(long value) => Record((double)value);

    public override void Record(double value)
    {
        if (value >= 0)
        {
            var scaled = (long)Math.Min(value * _perUnit, Most);
            Interlocked.Increment(ref _counts[_slice.Layout.IndexOf(scaled)]);
        }
    }

    public override void Forget() => Cut();

    public override void Read(double seconds, SeriesLog log)
    {
        Cut();
        log.Add(_rate, _slice.TotalCount / seconds);
        if (_slice.TotalCount > 0)
        {
            log.Add(_mean, Mean());
            log.Add(_p50, At(50));
            log.Add(_p99, At(99));
        }
    }

    /// <summary>Puts what came since the last cut into the slice.</summary>
    private void Cut()
    {
        _slice.Reset();
        for (var i = 0; i < _counts.Length; i++)
        {
            var count = Volatile.Read(ref _counts[i]);
            _slice.AddAt(i, count - _last[i]);
            _last[i] = count;
        }
    }

    /// <summary>Of the middles of the buckets: to add each value to a sum would cost it another exchange between processors.</summary>
    private double Mean()
    {
        var sum = 0.0;
        for (var i = 0; i < _slice.Counts.Length; i++)
        {
            var count = _slice.Counts[i];
            sum += count == 0 ? 0 : count * (double)MiddleOf(_slice.Layout.LowestValueAt(i));
        }
        return sum / _slice.TotalCount / _perUnit;
    }

    private double At(double percentile) =>
        MiddleOf(_slice.GetValueAtPercentile(percentile)) / _perUnit;

    private long MiddleOf(long value) => _slice.Layout.MedianEquivalentValue(value);
}
