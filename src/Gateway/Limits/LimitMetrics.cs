using System.Diagnostics.Metrics;

namespace Gateway;

/// <summary>Counts what limits refused.</summary>
internal sealed class LimitMetrics
{
    private readonly Counter<long> _refused;

    public LimitMetrics(IMeterFactory meters) =>
        _refused = meters
            .Create(GatewayMetrics.MeterName)
            .CreateCounter<long>(
                "gateway.limits.refusals",
                "{request}",
                "Requests that a limit refused, by limit."
            );

    public void Refused(string limit) =>
        _refused.Add(1, KeyValuePair.Create<string, object?>("limit", limit));
}
