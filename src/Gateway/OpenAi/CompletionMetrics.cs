using System.Diagnostics.Metrics;

namespace Gateway;

/// <summary>Counts requests for completions.</summary>
internal sealed class CompletionMetrics(IMeterFactory meters)
{
    private readonly Counter<long> _requests = meters
        .Create(GatewayMetrics.MeterName)
        .CreateCounter<long>(
            "gateway.completion.requests",
            "{request}",
            "Requests to the OpenAI-compatible endpoint by how they ended."
        );

    public void Ended(string outcome) =>
        _requests.Add(1, KeyValuePair.Create<string, object?>("outcome", outcome));
}
