using System.Diagnostics.Metrics;

namespace GatewayBench;

using Tag = KeyValuePair<string, object?>;

/// <summary>
/// Listens to a gateway's meters. It begins before the first request: what is counted up and down
/// would else begin in the middle and go below zero.
/// </summary>
internal sealed class MeterWatch : ISeriesSource, IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Lock _gate = new();
    private readonly WatchedMeters _meters;
    private readonly Dictionary<(string Source, string Name), InstrumentCells> _byName = [];
    private volatile InstrumentCells[] _all = [];

    /// <param name="meters">Which are watched.</param>
    public MeterWatch(WatchedMeters meters)
    {
        _meters = meters;
        _listener.InstrumentPublished = Publish;
        _listener.SetMeasurementEventCallback<byte>(static (_, v, t, s) => Record((long)v, t, s));
        _listener.SetMeasurementEventCallback<short>(static (_, v, t, s) => Record((long)v, t, s));
        _listener.SetMeasurementEventCallback<int>(static (_, v, t, s) => Record((long)v, t, s));
        _listener.SetMeasurementEventCallback<long>(static (_, v, t, s) => Record(v, t, s));
        _listener.SetMeasurementEventCallback<float>(
            static (_, v, t, s) => Record((double)v, t, s)
        );
        _listener.SetMeasurementEventCallback<double>(static (_, v, t, s) => Record(v, t, s));
        _listener.SetMeasurementEventCallback<decimal>(
            static (_, v, t, s) => Record((double)v, t, s)
        );
        _listener.Start();
    }

    public void Begin()
    {
        Observe();
        foreach (var cells in _all)
        {
            foreach (var cell in cells.All)
            {
                cell.Forget();
            }
        }
    }

    public void Read(double seconds, SeriesLog log)
    {
        Observe();
        foreach (var cells in _all)
        {
            foreach (var cell in cells.All)
            {
                cell.Read(seconds, log);
            }
        }
    }

    public void Dispose() => _listener.Dispose();

    private static void Record(long value, ReadOnlySpan<Tag> tags, object? cells) =>
        ((InstrumentCells)cells!).Find(tags).Record(value);

    private static void Record(double value, ReadOnlySpan<Tag> tags, object? cells) =>
        ((InstrumentCells)cells!).Find(tags).Record(value);

    private void Publish(Instrument instrument, MeterListener listener)
    {
        if (
            _meters.SourceOf(instrument) is { } source
            && InstrumentKinds.Of(instrument) is { } kind
            && CellsOf(source, kind, instrument) is { } cells
        )
        {
            listener.EnableMeasurementEvents(instrument, cells);
        }
    }

    /// <returns>Those of an instrument of the same name, if there is one; null if that is of another kind.</returns>
    private InstrumentCells? CellsOf(string source, InstrumentKind kind, Instrument instrument)
    {
        var key = (source, instrument.Name);
        lock (_gate)
        {
            if (!_byName.TryGetValue(key, out var cells))
            {
                var name = new SeriesName(source, instrument.Name, instrument.Unit ?? "");
                _byName[key] = cells = new InstrumentCells(kind, name);
                _all = [.. _all, cells];
            }
            return cells.Kind == kind ? cells : null;
        }
    }

    private void Observe()
    {
        foreach (var cells in _all)
        {
            foreach (var cell in cells.All)
            {
                cell.StartRound();
            }
        }
        try
        {
            _listener.RecordObservableInstruments();
        }
        catch (AggregateException)
        {
            // Other people's code: what failed is not known of this slice.
        }
    }
}
