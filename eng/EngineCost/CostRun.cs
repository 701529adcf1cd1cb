namespace GatewayBench.EngineCost;

/// <summary>Measures part after part, and reports.</summary>
internal static class CostRun
{
    /// <param name="plan">What the parts are told.</param>
    /// <param name="parts">In this order.</param>
    /// <param name="write">A page to put the table into; null for none.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync<TPlan>(
        TPlan plan,
        IEnumerable<Part<TPlan>> parts,
        string? write,
        CancellationToken stop
    )
    {
        var page = write is null ? null : Page.Open(write);
        var figures = new List<CostFigure>();
        foreach (var part in parts)
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
