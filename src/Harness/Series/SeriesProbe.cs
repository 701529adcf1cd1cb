namespace GatewayBench;

/// <summary>Reads a source of series, slice by slice.</summary>
/// <param name="clock">The run's.</param>
/// <param name="source">What is read.</param>
internal sealed class SeriesProbe(TimeProvider clock, ISeriesSource source) : SlicedProbe(clock)
{
    private readonly SeriesLog _log = new();

    /// <inheritdoc cref="SeriesLog.Along" />
    public IEnumerable<WatchedSeries> Along(IReadOnlyList<TimelineSlice> timeline) =>
        _log.Along(timeline);

    protected override void First() => source.Begin();

    protected override void Next(double second, double seconds)
    {
        source.Read(seconds, _log);
        _log.End(new SeriesSpan(second - seconds, second));
    }
}
