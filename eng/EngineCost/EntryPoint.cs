namespace GatewayBench.EngineCost;

/// <summary>
/// Measures what the load engine itself costs, against a bare app in memory: how late it sends, what
/// its memory grows by with the number of hits, and what an idle user holds.
/// </summary>
internal static class EntryPoint
{
    private static Task<int> Main(string[] args) =>
        MeasuringCommand.RunAsync(
            new CostOptions().Command(
                (plan, write, stop) => CostRun.RunAsync(plan, plan.Parts, write, stop)
            ),
            args
        );
}
