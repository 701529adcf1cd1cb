namespace GatewayBench.Tests.Series;

/// <summary>What came of a source in slices of a second each.</summary>
internal sealed class SeenSeries
{
    private readonly SeriesLog _log = new();
    private readonly ISeriesSource _source;
    private int _slices;

    public SeenSeries(ISeriesSource source)
    {
        _source = source;
        source.Begin();
    }

    public IReadOnlyList<WatchedSeries> All =>
        [.. _log.Along([.. Enumerable.Range(0, _slices).Select(second => Slices.Second(second))])];

    public IReadOnlyList<double?> this[string name] => All.Single(one => one.Name == name).Values;

    public SeenSeries End(double seconds = 1)
    {
        _source.Read(seconds, _log);
        _log.End(new SeriesSpan(_slices, ++_slices));
        return this;
    }
}
