namespace GatewayBench.ProvingGround;

/// <summary>What the diagnosis of one trial said.</summary>
/// <param name="Fault">Which.</param>
/// <param name="Seed">Of its draws, load and provider.</param>
/// <param name="Suspects">In the order in which they were named.</param>
internal sealed record TrialRecord(string Fault, ulong Seed, IReadOnlyList<NamedSuspect> Suspects)
{
    /// <summary>Of the build that ran it.</summary>
    public string Commit { get; init; } = Conditions.Commit;

    /// <summary>Null for no suspect.</summary>
    public string? First => Suspects.Count > 0 ? Suspects[0].Name : null;

    public bool IsRight(Fault fault) =>
        First is null ? fault.IsHealthy : fault.Rules.Contains(First);

    public static TrialRecord Of(Fault fault, ulong seed, Diagnosis? diagnosis) =>
        new(
            fault.Name,
            seed,
            [
                .. (diagnosis?.Suspects ?? []).Select(suspect => new NamedSuspect(
                    suspect.Name,
                    suspect.Second,
                    $"{suspect.Series} {Units.Count(suspect.Value)}, limit {Units.Count(suspect.Limit)}; {suspect.Effect}"
                )),
            ]
        );
}
