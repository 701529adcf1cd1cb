namespace GatewayBench.VerdictTruth;

/// <summary>Something that is measured, and kept.</summary>
/// <param name="Name">On the command line.</param>
/// <param name="MeasureAsync">Measures more of it.</param>
internal sealed record TruthPart(string Name, Func<TruthPlan, CancellationToken, Task> MeasureAsync)
{
    public static IReadOnlyList<TruthPart> All { get; } =
    [
        new("aa", NoiseRuns.SameAsync),
        new("sigma", NoiseRuns.RowsAsync),
        new("worker", NoiseRuns.WorkerAsync),
        new("injected", InjectedRuns.SlowerAsync),
        new("allocations", InjectedRuns.AllocationsAsync),
        new("hog", InjectedRuns.HogAsync),
        new("bisect", BisectRuns.NamedAsync),
        new("hidden", BisectRuns.HiddenAsync),
    ];

    /// <summary>As the help shows it.</summary>
    public override string ToString() => Name;
}
