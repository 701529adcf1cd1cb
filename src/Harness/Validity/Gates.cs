namespace GatewayBench;

/// <summary>The checks whose failure makes a row's figures unusable, with the reason.</summary>
internal static class Gates
{
    private static readonly Func<Trust, string?>[] All =
    [
        RunGates.Samples,
        RunGates.Settled,
        RunGates.Drift,
        RunGates.Fairness,
        GeneratorGates.ScheduleLag,
        GeneratorGates.Unsent,
        GeneratorGates.Achieved,
        GeneratorGates.Share,
        HostGates.Steal,
        HostGates.OtherProcesses,
        HostGates.Throttling,
        HostGates.Memory,
        HostGates.Io,
        ProviderGates.Ceiling,
        ProviderGates.TimerError,
    ];

    /// <returns>
    /// One reason for each failed gate, in a fixed order: its name, the figure, the limit, and
    /// what to do.
    /// </returns>
    public static IEnumerable<string> Failed(Trust trust) =>
        All.Select(gate => gate(trust)).OfType<string>();
}
