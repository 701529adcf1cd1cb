namespace GatewayBench;

/// <summary>What a process told of itself in a row's measured time, as far as it lived to tell.</summary>
/// <param name="inFlight">Exchanges of the load client under way.</param>
internal sealed class ToldSeries(Func<int> inFlight)
{
    private readonly Lock _gate = new();
    private readonly SeriesLog _log = new();
    private readonly List<SeriesName> _names = [];
    private readonly List<ResourceSlice> _resources = [];

    /// <inheritdoc cref="RowResult.GatewayResources" />
    public IReadOnlyList<ResourceSlice> Resources
    {
        get
        {
            lock (_gate)
            {
                return [.. _resources];
            }
        }
    }

    /// <inheritdoc cref="SeriesLog.Along" />
    public IReadOnlyList<WatchedSeries> Along(IReadOnlyList<TimelineSlice> timeline)
    {
        lock (_gate)
        {
            return [.. _log.Along(timeline)];
        }
    }

    public void Hear(ToldSlice slice)
    {
        lock (_gate)
        {
            _names.AddRange(slice.New);
            foreach (var (name, value) in _names.Zip(slice.Values))
            {
                _log.Add(name, value ?? double.NaN);
            }
            var (end, length) = (slice.Resources.Second, slice.Resources.Seconds);
            _log.End(new SeriesSpan(end - length, end));
            _resources.Add(slice.Resources with { InFlight = inFlight() });
        }
    }
}
