using GatewayBench.Support;

namespace Gateway.Tests;

/// <summary>Waits for what only the metrics tell.</summary>
internal static class Outcomes
{
    /// <summary>Waits until a request, over whatever endpoint, has ended in this way.</summary>
    public static Task OutcomeAsync(this TestGateway gateway, string outcome) =>
        gateway.MetricAsync(metrics =>
            metrics.Samples.Any(sample =>
                sample.Labels.GetValueOrDefault("outcome") == outcome && sample.Value > 0
            )
        );

    /// <summary>Waits until the metrics are as a test wants them.</summary>
    public static async Task MetricAsync(this TestGateway gateway, Predicate<Exposition> reached)
    {
        using var client = gateway.Connect();
        Exposition? latest = null;
        await Eventually.TrueAsync(() =>
        {
            latest = client.MetricsAsync().GetAwaiter().GetResult();
            return reached(latest);
        });
    }
}
