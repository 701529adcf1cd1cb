namespace GatewayBench;

/// <summary>Reads this process and its sources of series slice by slice, and keeps none of it.</summary>
/// <param name="clock">Whose timestamps.</param>
/// <param name="sources">What is read.</param>
/// <param name="tell">Takes each slice.</param>
internal sealed class TellingProbe(
    TimeProvider clock,
    IReadOnlyList<ISeriesSource> sources,
    Action<ToldSlice> tell
) : ResourceProbe(clock, () => ResourceReading.Now(inFlight: 0))
{
    private readonly SeriesLog _log = new();
    private int _named;

    protected override void First()
    {
        base.First();
        foreach (var source in sources)
        {
            source.Begin();
        }
    }

    protected override void Add(ResourceSlice slice)
    {
        foreach (var source in sources)
        {
            source.Read(slice.Seconds, _log);
        }
        var values = _log.TakeValues();
        tell(new ToldSlice(slice, [.. _log.Names.Skip(_named)], values));
        _named = values.Count;
    }
}
