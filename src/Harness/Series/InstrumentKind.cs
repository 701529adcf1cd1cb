using System.Diagnostics.Metrics;

namespace GatewayBench;

/// <summary>What an instrument's measurements mean.</summary>
internal enum InstrumentKind
{
    /// <summary>Amounts that are counted.</summary>
    Counter,

    /// <summary>Changes of a number.</summary>
    UpDownCounter,

    /// <summary>A number, whenever it changes.</summary>
    Gauge,

    /// <summary>The sum of a count so far, when asked.</summary>
    ObservedCount,

    /// <summary>A number, when asked.</summary>
    ObservedValue,

    /// <summary>Values of which the distribution matters.</summary>
    Histogram,
}

internal static class InstrumentKinds
{
    private static readonly Dictionary<Type, InstrumentKind> ByType = new()
    {
        [typeof(Counter<>)] = InstrumentKind.Counter,
        [typeof(UpDownCounter<>)] = InstrumentKind.UpDownCounter,
        [typeof(Gauge<>)] = InstrumentKind.Gauge,
        [typeof(ObservableCounter<>)] = InstrumentKind.ObservedCount,
        [typeof(ObservableUpDownCounter<>)] = InstrumentKind.ObservedValue,
        [typeof(ObservableGauge<>)] = InstrumentKind.ObservedValue,
        [typeof(Histogram<>)] = InstrumentKind.Histogram,
    };

    /// <returns>Null for one of somebody's own making.</returns>
    public static InstrumentKind? Of(Instrument instrument)
    {
        var type = instrument.GetType();
        return type.IsGenericType && ByType.TryGetValue(type.GetGenericTypeDefinition(), out var it)
            ? it
            : null;
    }

    /// <summary>A place for what is measured with one set of tags.</summary>
    public static MeterCell NewCell(this InstrumentKind kind, SeriesName name) =>
        kind switch
        {
            InstrumentKind.Counter => new SumCell(name, isRate: true),
            InstrumentKind.UpDownCounter => new SumCell(name, isRate: false),
            InstrumentKind.Gauge => new LastCell(name),
            InstrumentKind.ObservedCount => new ObservedCell(name, isRate: true),
            InstrumentKind.ObservedValue => new ObservedCell(name, isRate: false),
            _ => new HistogramCell(name),
        };
}
