namespace GatewayBench;

/// <summary>Finds the fault of a request: of those that hit it, the first in order.</summary>
internal sealed class FaultPicker(IReadOnlyList<FaultRule> rules, ulong seed)
{
    // Tells the faults' draws from the delays'.
    private const ulong Salt = 0x6661_756C_7473;

    private readonly FaultRule[] _rules = [.. rules];
    private readonly FaultAttempts? _attempts = rules.Any(rule => rule.Trigger.CountsAttempts)
        ? new FaultAttempts()
        : null;

    public Fault? Pick(in FaultSubject subject, ModelRequest request)
    {
        var attempt = _attempts?.Next(subject.Request) ?? 1;
        for (var i = 0; i < _rules.Length; i++)
        {
            var rule = _rules[i];
            if (
                rule.Fault.AppliesTo(request)
                && rule.Trigger.Holds(
                    new FaultDraw(Draw(seed, subject.Key, i), subject.Number, attempt)
                )
            )
            {
                return rule.Fault;
            }
        }
        return null;
    }

    /// <summary>Strictly between 0 and 1: a pure function of seed, key and the fault's place.</summary>
    public static double Draw(ulong seed, ulong key, int index) =>
        SplitMix64.UniformAt(SplitMix64.At(seed ^ Salt, key), (ulong)index);
}
