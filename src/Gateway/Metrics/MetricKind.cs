using System.Diagnostics.Metrics;

namespace Gateway;

/// <summary>How an instrument's measurements are kept, and the Prometheus type they are shown as.</summary>
internal enum MetricKind
{
    Counter,
    UpDownCounter,
    Gauge,
    ObservableCounter,
    ObservableGauge,
    Histogram,
}

internal static class MetricKinds
{
    private static readonly Dictionary<Type, MetricKind> ByInstrument = new()
    {
        [typeof(Counter<>)] = MetricKind.Counter,
        [typeof(UpDownCounter<>)] = MetricKind.UpDownCounter,
        [typeof(Gauge<>)] = MetricKind.Gauge,
        [typeof(ObservableCounter<>)] = MetricKind.ObservableCounter,
        [typeof(ObservableUpDownCounter<>)] = MetricKind.ObservableGauge,
        [typeof(ObservableGauge<>)] = MetricKind.ObservableGauge,
        [typeof(Histogram<>)] = MetricKind.Histogram,
    };

    public static MetricKind Of(Instrument instrument) =>
        ByInstrument[instrument.GetType().GetGenericTypeDefinition()];

    public static string PrometheusType(this MetricKind kind) =>
        kind switch
        {
            MetricKind.Counter or MetricKind.ObservableCounter => "counter",
            MetricKind.Histogram => "histogram",
            _ => "gauge",
        };
}
