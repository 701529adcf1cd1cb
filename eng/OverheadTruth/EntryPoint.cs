namespace GatewayBench.OverheadTruth;

/// <summary>
/// Injects known delays, and counts how often the interval that <c>overhead</c> gives of the median
/// paired delta holds them.
/// </summary>
internal static class EntryPoint
{
    private static Task<int> Main(string[] args) =>
        MeasuringCommand.RunAsync(new TruthOptions().Command(RunAsync), args);

    private static async Task<int> RunAsync(TruthPlan plan, string? write, CancellationToken stop)
    {
        using var machine = await LoadLock.AcquireAsync(
            new RunOptions { Name = "the truth of overheads", Progress = Console.Error.WriteLine },
            stop
        );
        return await CostRun.RunAsync(plan, plan.Parts, write, stop);
    }
}
