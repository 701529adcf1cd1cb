using System.Diagnostics.Metrics;
using System.Text;

namespace Gateway;

/// <summary>One metric as Prometheus sees it: a name, a type, and its series.</summary>
internal sealed class MetricFamily
{
    private readonly byte[] _nameText;
    private readonly byte[] _header;
    private readonly SeriesTable _series;

    public MetricFamily(Instrument instrument, int maxSeries, ObservationRounds rounds)
    {
        Kind = MetricKinds.Of(instrument);
        Name = MetricName.Of(instrument.Name, instrument.Unit, Kind);
        _nameText = Encoding.UTF8.GetBytes(Name);
        var help = MetricLabels.EscapeHelp(instrument.Description ?? instrument.Name);
        _header = Encoding.UTF8.GetBytes(
            $"# HELP {Name} {help}\n# TYPE {Name} {Kind.PrometheusType()}\n"
        );
        _series = new(maxSeries, Kind, SeriesFor(instrument, rounds));
    }

    public string Name { get; }

    public MetricKind Kind { get; }

    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _series.Find(tags).Record(value);

    public void WriteTo(ref ExpositionWriter writer, long round)
    {
        var headed = false;
        foreach (var series in _series.All)
        {
            if (!series.IsLive(round))
            {
                continue;
            }
            if (!headed)
            {
                writer.Write(_header);
                headed = true;
            }
            series.WriteTo(ref writer, _nameText);
        }
    }

    private Func<byte[], MetricSeries> SeriesFor(Instrument instrument, ObservationRounds rounds)
    {
        switch (Kind)
        {
            case MetricKind.Histogram:
                var bounds = new HistogramBounds(instrument);
                return labels => new HistogramSeries(labels, bounds);
            case MetricKind.Gauge:
                return labels => new LastValueSeries(labels);
            case MetricKind.ObservableCounter or MetricKind.ObservableGauge:
                return labels => new ObservedSeries(labels, rounds);
            default:
                return labels => new SumSeries(labels);
        }
    }
}
