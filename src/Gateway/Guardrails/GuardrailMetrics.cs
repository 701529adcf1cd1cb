using System.Diagnostics.Metrics;

namespace Gateway;

/// <summary>Counts what the guardrail finds.</summary>
internal sealed class GuardrailMetrics(IMeterFactory meters)
{
    private readonly Counter<long> _hits = meters
        .Create(GatewayMetrics.MeterName)
        .CreateCounter<long>(
            "gateway.guardrail.hits",
            "{hit}",
            "Matches in answers by rule and by what was done."
        );

    public void Hit(string rule, bool blocks) =>
        _hits.Add(
            1,
            new("rule", rule),
            new("action", blocks ? GuardrailOptions.Block : GuardrailOptions.Redact)
        );
}
