namespace GatewayBench;

/// <summary>A whole experiment as a bench file says it.</summary>
internal sealed record BenchPlan
{
    /// <summary>What the run is called.</summary>
    public required string Name { get; init; }

    /// <summary>What is expected, in words; null where nobody said.</summary>
    public string? Hypothesis { get; init; }

    /// <summary>What to look at, in words.</summary>
    public IReadOnlyList<string> Watch { get; init; } = [];

    /// <summary>What is loaded; null where the file leaves it to the command line.</summary>
    public BenchTarget? Target { get; init; }

    /// <summary>The fake provider's options; null for no provider.</summary>
    public IReadOnlyList<GivenOption>? Provider { get; init; }

    /// <summary>What users do.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>When they do it.</summary>
    public required BenchLoad Load { get; init; }

    /// <inheritdoc cref="RunOptions.TimeScale" />
    public double? TimeScale { get; init; }

    /// <summary>What users draw their prompts from; null for what comes with the tool.</summary>
    public PromptFeed? Prompts { get; init; }

    /// <inheritdoc cref="RunOptions.WarmUpCap" />
    public TimeSpan? WarmUp { get; init; }

    /// <inheritdoc cref="RunOptions.ExchangeTimeout" />
    public TimeSpan? ExchangeTimeout { get; init; }

    /// <inheritdoc cref="RunOptions.Seed" />
    public ulong? Seed { get; init; }

    /// <inheritdoc cref="RunOptions.Slos" />
    public IReadOnlyList<Slo> Slos { get; init; } = [];

    /// <summary>The full path of the folder for reports; null for the usual one.</summary>
    public string? Output { get; init; }

    /// <summary>The values that came from the environment, which nobody is to read in a report.</summary>
    public IReadOnlyCollection<string> Secrets { get; init; } = [];
}
