namespace GatewayBench;

/// <summary>Published measurements of LLM providers, by name.</summary>
public static class DelayPresets
{
    private const string NoGap = "; no gap published: 20 ms is our default";

    /// <summary>A hosted frontier model: time to first token with p50 774 ms and p90 1,226 ms. Source:
    /// edgee gateway-bench, 43 regions.</summary>
    public static DelayPreset FrontierHostedA { get; } =
        new(
            "frontier-hosted-a",
            Delay.LogNormal(p50: "774ms", p99: "1784ms"),
            UnpublishedGap,
            "edgee gateway-bench, 43 regions: p50 774 ms, p90 1226 ms" + NoGap
        );

    /// <summary>A slower hosted frontier model: time to first token with p50 1,114 ms and p90 2,031 ms.
    /// Source: edgee gateway-bench.</summary>
    public static DelayPreset FrontierHostedB { get; } =
        new(
            "frontier-hosted-b",
            Delay.LogNormal(p50: "1114ms", p99: "3314ms"),
            UnpublishedGap,
            "edgee gateway-bench: p50 1114 ms, p90 2031 ms" + NoGap
        );

    /// <summary>A small hosted model: time to first token with p50 530 ms, p90 593 ms and p99 703 ms.
    /// Source: BerriAI ai-gateway-bench, 300 requests. Nothing below the median and beyond the p99 is
    /// published, so half of the draws are 530 ms, and none is above 703 ms.</summary>
    public static DelayPreset SmallHosted { get; } =
        new(
            "small-hosted",
            Delay.Percentiles((50, "530ms"), (90, "593ms"), (99, "703ms")),
            UnpublishedGap,
            "BerriAI ai-gateway-bench, n = 300: p50 530 ms, p90 593 ms, p99 703 ms" + NoGap
        );

    /// <summary>A model of 8 billion parameters on one H100: 100 +- 20 ms to the first token, 12 +- 2 ms
    /// between tokens. Source: the profiles of llm-d.</summary>
    public static DelayPreset EightBOneH100 { get; } =
        new(
            "8b-one-h100",
            Delay.Normal(mean: "100ms", deviation: "20ms"),
            Delay.Normal(mean: "12ms", deviation: "2ms"),
            "llm-d profiles: first token 100 +- 20 ms, gap 12 +- 2 ms, normal"
        );

    /// <summary>A model of 70 billion parameters on eight GPUs: 200 +- 40 ms to the first token, 25 +- 4
    /// ms between tokens. Source: the profiles of llm-d.</summary>
    public static DelayPreset SeventyBEightGpus { get; } =
        new(
            "70b-eight-gpus",
            Delay.Normal(mean: "200ms", deviation: "40ms"),
            Delay.Normal(mean: "25ms", deviation: "4ms"),
            "llm-d profiles: first token 200 +- 40 ms, gap 25 +- 4 ms, normal"
        );

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DelayPreset> All { get; } =
    [FrontierHostedA, FrontierHostedB, SmallHosted, EightBOneH100, SeventyBEightGpus];

    internal static string AllowedNames { get; } = string.Join(", ", All.Select(p => p.Name));

    // A constant, because any spread would be a tail that nobody has measured.
    private static Delay UnpublishedGap => Delay.Fixed("20ms");

    /// <summary>The preset of a name.</summary>
    /// <param name="name">As in <see cref="DelayPreset.Name"/>.</param>
    /// <exception cref="ArgumentException">There is none; the message lists all.</exception>
    public static DelayPreset Get(string name) =>
        Find(name) ?? throw InvalidOption.Exception(nameof(name), $"'{name}'", AllowedNames);

    internal static DelayPreset? Find(string name) => All.FirstOrDefault(p => p.Name == name);
}
