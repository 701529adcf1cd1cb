namespace GatewayBench;

/// <summary>The keys of a bench file.</summary>
internal static class BenchKeys
{
    public static readonly BenchKey<int> SchemaVersion = new(
        "schemaVersion",
        BenchKinds.Version(1),
        "The version of this form.",
        IsRequired: true
    );

    public static readonly BenchKey<string> Name = new(
        "name",
        BenchKinds.Text,
        "What the run is called. Default: the file's name."
    );

    public static readonly BenchKey<string> Hypothesis = new(
        "hypothesis",
        BenchKinds.Text,
        "What is expected, in words; kept with the result."
    );

    public static readonly BenchKey<IReadOnlyList<string>> Watch = new(
        "watch",
        BenchKinds.List("a list of texts", BenchKinds.Text),
        "What to look at, in words; kept with the result."
    );

    public static readonly BenchKey<BenchTarget> Target = new(
        "target",
        BenchKinds.Object(TargetKeys.Shape, BenchTarget.Read),
        "What is loaded: exactly one of url, gateway and project."
    );

    public static readonly BenchKey<IReadOnlyList<GivenOption>> Provider = new(
        "provider",
        BenchProvider.Kind,
        "A fake LLM provider that runs beside the load, with its options."
    );

    public static readonly BenchKey<string> Prompts = new(
        "prompts",
        BenchKinds.Text,
        "A JSONL file of prompts that users draw from. Default: a set that comes with the tool."
    );

    public static readonly BenchKey<BenchNode> First = new(
        "first",
        BenchKinds.Raw(StepKeys.Steps),
        "Steps that each user does once, before anything else, such as a login."
    );

    public static readonly BenchKey<BenchNode> Scenarios = new(
        "scenarios",
        BenchKinds.Raw(BenchKinds.ListOf(ScenarioKeys.Shape.Schema)),
        "What users do: of several, one is drawn each time, by weight.",
        IsRequired: true
    );

    public static readonly BenchKey<BenchLoad> Load = new(
        "load",
        BenchKinds.Object(LoadKeys.Shape, BenchLoad.Read),
        "When they do it: exactly one of users, rate, trace and profile.",
        IsRequired: true
    );

    public static readonly BenchKey<double> TimeScale = new(
        "timeScale",
        BenchKinds.Number(0.001, 1),
        "What durations, pauses and the provider's time are multiplied by. Default: 1."
    );

    public static readonly BenchKey<TimeSpan> WarmUp = new(
        "warmUp",
        BenchKinds.Duration(TimeSpan.Zero, TimeSpan.FromHours(1)),
        "The longest warm-up, which ends once the target has settled; 0s for none. Default: 20s."
    );

    public static readonly BenchKey<TimeSpan> ExchangeTimeout = new(
        "exchangeTimeout",
        BenchKinds.Duration(TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(24)),
        "How long an exchange may take before it counts as a timeout. Default: 120s."
    );

    public static readonly BenchKey<ulong> Seed = new(
        "seed",
        BenchKinds.Unsigned,
        "The seed of every random draw. Default: 42."
    );

    public static readonly BenchKey<IReadOnlyList<Slo>> Slos = new(
        "slos",
        BenchKinds.List(
            "a list of SLOs such as p95<800ms",
            BenchKinds.Parsed("an SLO such as p95<800ms", Slo.Parse)
        ),
        "What the result is judged by, such as p95<800ms or errors<1%."
    );

    public static readonly BenchKey<string> Output = new(
        "output",
        BenchKinds.Text,
        "The folder where the run gets a folder for its reports. Default: artifacts/load."
    );

    public static readonly BenchShape Shape = new(
        SchemaVersion,
        Name,
        Hypothesis,
        Watch,
        Target,
        Provider,
        Prompts,
        First,
        Scenarios,
        Load,
        TimeScale,
        WarmUp,
        ExchangeTimeout,
        Seed,
        Slos,
        Output
    );
}
