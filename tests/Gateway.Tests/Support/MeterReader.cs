using System.Buffers;
using System.Diagnostics.Metrics;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Tests;

/// <summary>A factory of meters, and what a scrape of its meters shows.</summary>
internal sealed class MeterReader : IDisposable
{
    private readonly PrometheusExporter _exporter;
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddMetrics()
        .BuildServiceProvider();

    /// <param name="name">The one meter to read; null for all of the factory.</param>
    public MeterReader(string? name = null)
    {
        Factory = _services.GetRequiredService<IMeterFactory>();
        _exporter = new(
            meter => ReferenceEquals(meter.Scope, Factory) && (name is null || name == meter.Name),
            NullLogger.Instance
        );
    }

    public IMeterFactory Factory { get; }

    public string Text()
    {
        var buffer = new ArrayBufferWriter<byte>();
        _exporter.WriteTo(buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public Exposition Read() => Exposition.Parse(Text());

    public void Dispose()
    {
        _exporter.Dispose();
        _services.Dispose();
    }
}
