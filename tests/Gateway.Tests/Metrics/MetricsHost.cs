using System.Buffers;
using System.Diagnostics.Metrics;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Tests;

/// <summary>A meter of its own with an exporter that listens to it.</summary>
internal sealed class MetricsHost : IDisposable
{
    public const string MeterName = "Test";

    private readonly ServiceProvider _services = new ServiceCollection()
        .AddMetrics()
        .BuildServiceProvider();

    public MetricsHost()
    {
        var factory = _services.GetRequiredService<IMeterFactory>();
        Meter = factory.Create(MeterName);
        Unlisted = factory.Create("Unlisted");
        Exporter = new(
            meter => ReferenceEquals(meter.Scope, factory) && meter.Name == MeterName,
            NullLogger.Instance
        );
    }

    public Meter Meter { get; }

    public Meter Unlisted { get; }

    public PrometheusExporter Exporter { get; }

    public string Text()
    {
        var buffer = new ArrayBufferWriter<byte>();
        Exporter.WriteTo(buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public Exposition Read() => Exposition.Parse(Text());

    public void Dispose()
    {
        Exporter.Dispose();
        _services.Dispose();
    }
}
