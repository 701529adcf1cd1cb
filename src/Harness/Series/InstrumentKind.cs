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

    /// <summary>The counts of a distribution so far, by upper bounds, when asked.</summary>
    Buckets,
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

    /// <summary>Those that the runtime publishes as counters, although they fall as well.</summary>
    private static readonly string[] Levels =
    [
        "dotnet.thread_pool.thread.count",
        "dotnet.thread_pool.queue.length",
    ];

    /// <returns>Null for one of somebody's own making.</returns>
    public static InstrumentKind? Of(Instrument instrument)
    {
        if (Array.IndexOf(Levels, instrument.Name) >= 0)
        {
            return InstrumentKind.ObservedValue;
        }
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
            InstrumentKind.Buckets => new BucketCell(name),
            _ => new HistogramCell(name),
        };
}
