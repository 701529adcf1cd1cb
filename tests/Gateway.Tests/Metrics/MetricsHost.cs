using System.Diagnostics.Metrics;

namespace Gateway.Tests;

/// <summary>A meter of its own with an exporter that listens to it.</summary>
internal sealed class MetricsHost : IDisposable
{
    public const string MeterName = "Test";

    private readonly MeterReader _meters = new(MeterName);

    public MetricsHost()
    {
        Meter = _meters.Factory.Create(MeterName);
        Unlisted = _meters.Factory.Create("Unlisted");
    }

    public Meter Meter { get; }

    public Meter Unlisted { get; }

    public string Text() => _meters.Text();

    public Exposition Read() => _meters.Read();

    public void Dispose() => _meters.Dispose();
}
