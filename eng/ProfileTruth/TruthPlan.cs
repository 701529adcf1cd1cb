namespace GatewayBench.ProfileTruth;

/// <summary>What to run.</summary>
/// <param name="Parts">Which groups of figures.</param>
/// <param name="Runs">How often each.</param>
/// <param name="Seconds">How long each step of a search is measured.</param>
internal sealed record TruthPlan(IReadOnlyList<Part<TruthPlan>> Parts, int Runs, int Seconds)
{
    public static readonly IReadOnlyList<Part<TruthPlan>> AllParts =
    [
        new("queue", (plan, stop) => Edge.Queue.MeasureAsync(plan, stop)),
        new("provider", (plan, stop) => Edge.Provider.MeasureAsync(plan, stop)),
        new("refuse", (plan, stop) => Edge.Refuse.MeasureAsync(plan, stop)),
        new("spike", Recovery.MeasureAsync),
        new("leak", Leak.MeasureAsync),
    ];

    /// <summary>What is compared is known of the gateway: nothing has to show that it was what limited.</summary>
    public static RunOptions Options =>
        new() { WarmUpCap = TimeSpan.FromSeconds(2), Calibrate = false };

    /// <summary>What users do without pauses.</summary>
    public static Scenario Scenario { get; } = Scenario.Http("GET /", user => user.Get("/"));
}
