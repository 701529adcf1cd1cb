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
        GeneratorGates.Share,
        HostGates.Steal,
        HostGates.OtherProcesses,
        HostGates.Throttling,
        HostGates.Memory,
        HostGates.Io,
        ProviderGates.Ceiling,
        ProviderGates.TimerError,
    ];

    private static readonly Func<OpenResult, string?>[] OfOpenLoads =
    [
        GeneratorGates.Unsent,
        GeneratorGates.Achieved,
    ];

    /// <param name="trust">What the row is judged by.</param>
    /// <param name="open">How its schedule was kept; null for closed loads.</param>
    /// <returns>
    /// One reason for each failed gate, in a fixed order: its name, the figure, the limit, and
    /// what to do.
    /// </returns>
    public static IEnumerable<string> Failed(Trust trust, OpenResult? open) =>
        All.Select(gate => gate(trust))
            .Concat(OfOpenLoads.Select(gate => open is null ? null : gate(open)))
            .OfType<string>();
}
