using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Gateway;

/// <summary>Measures calls to Redis by OpenTelemetry's conventions for database clients.</summary>
internal sealed class RedisMetrics
{
    private static readonly double[] Bounds = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10];

    private readonly Histogram<double> _duration;

    public RedisMetrics(IMeterFactory meters) =>
        _duration = meters
            .Create(GatewayMetrics.MeterName)
            .CreateHistogram(
                "db.client.operation.duration",
                "s",
                "Time of one call to a database.",
                advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Bounds }
            );

    /// <param name="duration">From the caller's wish, waiting for a connection included.</param>
    /// <param name="command">What was called.</param>
    /// <param name="server">Who was called.</param>
    /// <param name="error">Null if it succeeded.</param>
    public void Ended(TimeSpan duration, string command, RedisAddress server, Exception? error)
    {
        var tags = new TagList
        {
            { "db.system.name", "redis" },
            { "db.operation.name", command },
            { "server.address", server.Host },
            { "server.port", server.Port },
        };
        if (error is not null)
        {
            tags.Add("error.type", error.GetType().Name);
        }
        _duration.Record(duration.TotalSeconds, tags);
    }
}
