namespace GatewayBench.EngineCost;

/// <summary>
/// Measures what the load engine itself costs, against a bare app in memory: how late it sends, what
/// its memory grows by with the number of hits, and what an idle user holds.
/// </summary>
internal static class EntryPoint
{
    private static Task<int> Main(string[] args) =>
        MeasuringCommand.RunAsync(new CostOptions().Command(RunAsync), args);

    private static async Task<int> RunAsync(CostPlan plan, string? write, CancellationToken stop)
    {
        var page = write is null ? null : Page.Open(write);
        var figures = new List<CostFigure>();
        foreach (var part in plan.Parts)
        {
            await foreach (var figure in part.MeasureAsync(plan, stop))
            {
                Console.WriteLine($"{figure.Name}: {figure.Value}");
                figures.Add(figure);
            }
        }
        string[] report = [.. CostReport.Of(figures)];
        Console.WriteLine();
        Array.ForEach(report, Console.WriteLine);
        page?.Write(report);
        return figures.Any(figure => figure.IsMet == false) ? ExitCode.Missed : 0;
    }
}
