namespace GatewayBench;

/// <summary>What is read once a second beside a row's load.</summary>
internal sealed class RowProbes : IDisposable
{
    private readonly ResourceProbe _resources;
    private readonly ProviderProbe? _provider;
    private readonly SeriesProbe[] _series;
    private readonly ProbeThread[] _threads;
    private readonly TimeProvider _clock;
    private readonly ISeriesTeller? _teller;
    private readonly ToldSeries _told;

    /// <param name="clock">The run's.</param>
    /// <param name="inFlight">Exchanges of the load client under way.</param>
    /// <param name="provider">The row's; null without one.</param>
    /// <param name="watched">What else there is to read; default nothing.</param>
    public RowProbes(
        TimeProvider clock,
        Func<int> inFlight,
        FakeProvider? provider,
        WatchedSources? watched = null
    )
    {
        (_clock, _teller, _told) = (clock, watched?.Teller, new ToldSeries(inFlight));
        _resources = new ResourceProbe(clock, () => ResourceReading.Now(inFlight()));
        _provider = provider is null ? null : new ProviderProbe(clock, () => provider.Counters);
        SeriesProbe[] here =
        [
            .. (provider is null ? [] : (ISeriesSource[])[new ProviderSeries(provider)])
                .Concat(watched?.Here ?? [])
                .Select(source => new SeriesProbe(clock, source)),
        ];
        SeriesProbe[] elsewhere =
        [
            .. (watched?.Elsewhere ?? []).Select(source => new SeriesProbe(clock, source)),
        ];
        _series = [.. here, .. elsewhere];
        SlicedProbe?[] first = [_resources, _provider, .. here];
        _threads =
        [
            new ProbeThread(clock, [.. first.OfType<SlicedProbe>()]),
            // Whoever answers late must not hold up the others.
            .. elsewhere.Select(probe => new ProbeThread(clock, [probe])),
        ];
    }

    public IReadOnlyList<ResourceSlice> Resources => _resources.Slices;

    /// <inheritdoc cref="RowResult.GatewayResources" />
    public IReadOnlyList<ResourceSlice> GatewayResources => _told.Resources;

    public IReadOnlyList<ProviderSlice> Provider => _provider?.Slices ?? [];

    /// <summary>Bytes that the readings themselves allocated; known once they have ended.</summary>
    public long AllocatedBytes => _threads.Sum(thread => thread.AllocatedBytes);

    /// <inheritdoc cref="RowResult.Series" />
    public IReadOnlyList<WatchedSeries> Series(IReadOnlyList<TimelineSlice> timeline) =>
        [.. _told.Along(timeline), .. _series.SelectMany(probe => probe.Along(timeline))];

    /// <inheritdoc cref="ProbeThread.Begin" />
    public void Begin(long started)
    {
        _teller?.Begin(started, _clock, _told);
        Array.ForEach(_threads, thread => thread.Begin(started));
    }

    /// <inheritdoc cref="ProbeThread.End" />
    public void End()
    {
        _teller?.End();
        Array.ForEach(_threads, thread => thread.End());
    }

    public void Dispose() => Array.ForEach(_threads, thread => thread.Dispose());
}
