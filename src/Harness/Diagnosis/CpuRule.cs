namespace GatewayBench;

/// <summary>All processors are busy that were not so at first: their share.</summary>
internal static class CpuRule
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "cpu",
            Title = "CPU saturation",
            Read = signals => Risen(signals.CpuShare),
            Floor = 0.9,
            IsNoisy = false,
            Cause = "requests need more computing than the machine has",
            NextStep = "profile it (dotnet-trace, cpu-sampling), or add processors",
            // Where all are busy, little doubt is left what callers wait for. What fails at once fails
            // for another reason, and callers who try again at once are who keeps them busy.
            Felt = symptom => Effect.Slowdown(symptom, 1.25)?.ToString(),
        };

    /// <summary>A share has no room to leave a normal that it grew close to the whole in: one slice with room says enough.</summary>
    private const double Room = 0.75;

    /// <summary>Of a load that keeps all of them busy from its first moment on, nobody knows what it takes without.</summary>
    private static Signal? Risen(Signal? share) =>
        share is not null && Onset.First(share.Values).Any(value => value < Room) ? share : null;
}
