using System.Buffers;
using System.Diagnostics.Metrics;

namespace Gateway;

/// <summary>
/// Keeps what some meters measure, and writes it as Prometheus text (exposition format 0.0.4). Which
/// ones is not a matter of names alone: hosts in one process have the same ones.
/// </summary>
internal sealed partial class PrometheusExporter : IDisposable
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>Label sets per metric; what comes later shares one series.</summary>
    public const int MaxSeries = 1000;

    private readonly MeterListener _listener = new();
    private readonly Lock _gate = new();
    private readonly Lock _observing = new();
    private readonly Func<Meter, bool> _isExported;
    private readonly ObservationRounds _rounds = new();
    private readonly ILogger _log;
    private readonly SortedDictionary<string, MetricFamily> _byName = new(StringComparer.Ordinal);
    private volatile MetricFamily[] _families = [];
    private volatile bool _anyObservable;

    public PrometheusExporter(Func<Meter, bool> isExported, ILogger log)
    {
        _isExported = isExported;
        _log = log;
        _listener.InstrumentPublished = OnPublished;
        _listener.SetMeasurementEventCallback<byte>(static (_, v, t, s) => Record(v, t, s));
        _listener.SetMeasurementEventCallback<short>(static (_, v, t, s) => Record(v, t, s));
        _listener.SetMeasurementEventCallback<int>(static (_, v, t, s) => Record(v, t, s));
        _listener.SetMeasurementEventCallback<long>(static (_, v, t, s) => Record(v, t, s));
        _listener.SetMeasurementEventCallback<float>(static (_, v, t, s) => Record(v, t, s));
        _listener.SetMeasurementEventCallback<double>(static (_, v, t, s) => Record(v, t, s));
        _listener.SetMeasurementEventCallback<decimal>(
            static (_, v, t, s) => Record((double)v, t, s)
        );
        _listener.Start();
    }

    /// <summary>Writes without flushing; never waits for those who measure.</summary>
    public void WriteTo(IBufferWriter<byte> output)
    {
        var round = Observe();
        var writer = new ExpositionWriter(output);
        foreach (var family in _families)
        {
            family.WriteTo(ref writer, round);
        }
        writer.Complete();
    }

    public void Dispose() => _listener.Dispose();

    private static void Record(
        double value,
        ReadOnlySpan<KeyValuePair<string, object?>> tags,
        object? family
    ) => ((MetricFamily)family!).Record(value, tags);

    private void OnPublished(Instrument instrument, MeterListener listener)
    {
        if (_isExported(instrument.Meter) && FamilyOf(instrument) is { } family)
        {
            listener.EnableMeasurementEvents(instrument, family);
            _anyObservable |= instrument.IsObservable;
        }
    }

    private MetricFamily? FamilyOf(Instrument instrument)
    {
        var created = new MetricFamily(instrument, MaxSeries, _rounds);
        lock (_gate)
        {
            if (!_byName.TryGetValue(created.Name, out var family))
            {
                family = created;
                _byName.Add(created.Name, created);
                _families = [.. _byName.Values];
            }
            if (family.Kind != created.Kind)
            {
                LogConflict(instrument.Meter.Name, instrument.Name, created.Name);
                return null;
            }
            return family;
        }
    }

    // One at a time: the callbacks that report current values are other people's code.
    private long Observe()
    {
        if (!_anyObservable)
        {
            return 0;
        }
        lock (_observing)
        {
            var round = _rounds.Next();
            try
            {
                _listener.RecordObservableInstruments();
            }
            catch (AggregateException e)
            {
                LogObservationFailed(e);
            }
            return round;
        }
    }

    [LoggerMessage(
        LogLevel.Warning,
        "Instrument {Meter}/{Instrument} is not exported: metric {Name} has another type already"
    )]
    private partial void LogConflict(string meter, string instrument, string name);

    [LoggerMessage(LogLevel.Warning, "Some observable instruments failed and are not up to date")]
    private partial void LogObservationFailed(Exception e);
}
