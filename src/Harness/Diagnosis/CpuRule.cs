namespace GatewayBench;

/// <summary>All processors are busy: their share.</summary>
internal static class CpuRule
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "cpu",
            Title = "CPU saturation",
            Read = signals => signals.CpuShare,
            Floor = 0.9,
            Factor = 1.2,
            Cause = "requests need more computing than the machine has",
            NextStep = "profile it (dotnet-trace, cpu-sampling), or add processors",
            // Where all are busy, little doubt is left what callers wait for.
            Felt = symptom => Effect.Any(symptom) ?? Effect.Slowdown(symptom, 1.25)?.ToString(),
        };
}
