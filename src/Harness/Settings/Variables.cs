namespace GatewayBench;

/// <summary>The environment variables of load runs.</summary>
public static class Variables
{
    /// <summary>Starts every name; a variable with this start that isn't one of these is refused.</summary>
    public const string Prefix = "GATEWAYBENCH_";

    /// <summary>1 switches load tests on; the run settings of the load filter set it.</summary>
    public const string Switch = Prefix + "LOAD";

    /// <inheritdoc cref="LoadSettings.Duration" />
    public const string Duration = Prefix + "DURATION_SECS";

    /// <inheritdoc cref="LoadSettings.Concurrency" />
    public const string Concurrency = Prefix + "CONCURRENCY";

    /// <inheritdoc cref="LoadSettings.WarmUpCap" />
    public const string WarmUp = Prefix + "WARMUP_SECS";

    /// <inheritdoc cref="LoadSettings.Transport" />
    public const string Transport = Prefix + "TRANSPORT";

    /// <inheritdoc cref="LoadSettings.Port" />
    public const string Port = Prefix + "PORT";

    /// <inheritdoc cref="LoadSettings.Rows" />
    public const string Rows = Prefix + "ROWS";

    /// <inheritdoc cref="LoadSettings.Seed" />
    public const string Seed = Prefix + "SEED";

    /// <inheritdoc cref="LoadSettings.Prompts" />
    public const string Prompts = Prefix + "PROMPTS";

    /// <inheritdoc cref="LoadSettings.OutputDirectory" />
    public const string OutputDirectory = Prefix + "OUTPUT_DIR";

    internal static readonly string[] All =
    [
        Duration,
        Concurrency,
        WarmUp,
        Transport,
        Port,
        Rows,
        Seed,
        Prompts,
        OutputDirectory,
        Switch,
    ];
}
