using System.Diagnostics.Metrics;
using Polly.CircuitBreaker;

namespace Gateway;

/// <summary>What resilience does to the calls to the provider.</summary>
internal sealed class ResilienceMetrics
{
    private readonly Counter<long> _attempts;
    private readonly Counter<long> _retries;
    private readonly Counter<long> _forgone;
    private readonly Counter<long> _changes;
    private readonly List<ProviderCalls> _watched = [];

    public ResilienceMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(GatewayMetrics.MeterName);
        _attempts = meter.CreateCounter<long>(
            "gateway.provider.attempts",
            "{attempt}",
            "Attempts at calls to the provider, by how they ended."
        );
        _retries = meter.CreateCounter<long>(
            "gateway.provider.retries",
            "{retry}",
            "Attempts beyond a call's first, by the failure before them: again after a wait, or at once with the next key."
        );
        _forgone = meter.CreateCounter<long>(
            "gateway.provider.retries.forgone",
            "{retry}",
            "Retries that might have helped and were not made, by what forbade them: the budget, the wait that the provider asks for, the time that is left, or the open breaker."
        );
        _changes = meter.CreateCounter<long>(
            "gateway.provider.breaker.changes",
            "{change}",
            "How often the circuit breaker went to a state: open, half_open, closed."
        );
        meter.CreateObservableGauge(
            "gateway.provider.breaker.state",
            () => Measure(calls => ToNumber(calls.BreakerState)),
            description: "The circuit breaker: 0 closed, 1 half open, 2 open."
        );
        meter.CreateObservableGauge(
            "gateway.provider.keys.set_aside",
            () => Measure(calls => calls.KeysSetAside),
            "{key}",
            "Keys that are not used until a limit or a rejection has passed."
        );
    }

    /// <summary>Adds a kind of calls to what the gauges show; to be done before the first is made.</summary>
    public void Watch(ProviderCalls calls) => _watched.Add(calls);

    public void Attempted(string operation, string outcome) =>
        _attempts.Add(1, Operation(operation), new("outcome", outcome));

    public void Retried(string operation, ProviderException failure, string way) =>
        _retries.Add(1, Operation(operation), new("error.type", failure.Reason), new("way", way));

    public void Forgone(string operation, ProviderException failure, string cause) =>
        _forgone.Add(
            1,
            Operation(operation),
            new("error.type", failure.Reason),
            new("cause", cause)
        );

    /// <summary>Counted, as a state that lasts for one call falls between two looks at it.</summary>
    public void BreakerChanged(string operation, string to) =>
        _changes.Add(1, Operation(operation), new("to", to));

    private IEnumerable<Measurement<int>> Measure(Func<ProviderCalls, int> value) =>
        _watched.Select(calls => new Measurement<int>(value(calls), Operation(calls.Operation)));

    private static KeyValuePair<string, object?> Operation(string name) =>
        new("gen_ai.operation.name", name);

    private static int ToNumber(CircuitState state) =>
        state switch
        {
            CircuitState.Closed => 0,
            CircuitState.HalfOpen => 1,
            _ => 2,
        };
}
