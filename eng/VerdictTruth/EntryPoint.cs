namespace GatewayBench.VerdictTruth;

/// <summary>
/// Shows what verdicts are worth by real runs of the tool: pairs of one build against itself,
/// slowdowns that are known, and searches whose culprit is known. What was measured is kept, so that
/// hours of it can be spread over days.
/// </summary>
internal static class EntryPoint
{
    private static Task<int> Main(string[] args) =>
        MeasuringCommand.RunAsync(new TruthOptions().Command(RunAsync), args);

    private static async Task<int> RunAsync(TruthPlan plan, string? write, CancellationToken stop)
    {
        var page = write is null ? null : Page.Open(write);
        foreach (var part in plan.Parts)
        {
            await part.MeasureAsync(plan, stop);
        }
        var figures = TruthReport.Figures(plan.Kept).ToList();
        string[] report = [.. CostReport.Of(figures)];
        Array.ForEach(report, Console.WriteLine);
        page?.Write(report);
        return figures.Any(figure => figure.IsMet == false) ? ExitCode.Missed : 0;
    }
}
