namespace GatewayBench.GatewayCost;

/// <summary>
/// Measures what streams through the sample gateway cost: with very many at once, and how evenly it
/// passes tokens on.
/// </summary>
internal static class EntryPoint
{
    private static Task<int> Main(string[] args) =>
        MeasuringCommand.RunAsync(
            new GatewayCostOptions().Command(
                (plan, write, stop) => CostRun.RunAsync(plan, plan.Parts, write, stop)
            ),
            args
        );
}
