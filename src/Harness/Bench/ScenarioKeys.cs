namespace GatewayBench;

/// <summary>The keys of a scenario in the mix.</summary>
internal static class ScenarioKeys
{
    public static readonly BenchKey<double> Weight = new(
        "weight",
        BenchKinds.Number(0.001, 1_000_000),
        "How often it is drawn, as a share in the sum of all weights. Default: 1."
    );

    public static readonly BenchKey<string> Name = new(
        "name",
        BenchKinds.Text,
        "What reports call it."
    );

    public static readonly BenchKey<BenchNode> Steps = new(
        "steps",
        BenchKinds.Raw(StepKeys.Steps),
        "Instead of use: HTTP requests, one after the other."
    );

    public static readonly BenchKey<Delay> ThinkTime = new(
        "thinkTime",
        BenchKinds.ThinkTime,
        "How long a user of a closed load pauses after it."
    );

    public static readonly BenchKey<BuiltInScenario> Use = new(
        "use",
        BenchKinds.OneOf(BuiltInScenarios.All, one => one.Name),
        "A ready-made scenario."
    );

    public static readonly BenchShape Shape = new([
        Use,
        Steps,
        Name,
        Weight,
        ThinkTime,
        .. BuiltInKeys.All,
    ]);
}
