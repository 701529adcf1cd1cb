namespace GatewayBench.OverheadTruth;

/// <summary>What to measure.</summary>
/// <param name="Parts">Which groups of figures.</param>
/// <param name="Runs">How often a delay is injected, each of them in turn.</param>
/// <param name="Pairs">Requests of each run.</param>
internal sealed record TruthPlan(IReadOnlyList<Part<TruthPlan>> Parts, int Runs, int Pairs)
{
    public static readonly IReadOnlyList<Part<TruthPlan>> AllParts =
    [
        new("provider", SlowedProvider.MeasureAsync),
        new("gateway", SlowedGateway.MeasureAsync),
    ];

    /// <summary>Short, so that a run is; only what is injected is looked for.</summary>
    public OverheadPlan Overhead(int run) =>
        new()
        {
            Pairs = Pairs,
            WarmUpSeconds = run == 0 ? 5 : 0.5,
            Seed = (ulong)(1 + run),
        };

    /// <summary>That of the provider behind both arms: with a tail many times as long as what is looked for.</summary>
    public static Delay Latency { get; } = Delay.LogNormal("2ms", "10ms");
}
