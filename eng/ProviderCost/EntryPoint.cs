namespace GatewayBench.ProviderCost;

/// <summary>
/// Measures what the fake provider itself costs: how fast it answers beside a bare endpoint and
/// WireMock, and how late and how large it is with many streams at once.
/// </summary>
internal static class EntryPoint
{
    private static Task<int> Main(string[] args) =>
        MeasuringCommand.RunAsync(
            new ProviderCostOptions().Command(
                (plan, write, stop) => CostRun.RunAsync(plan, plan.Parts, write, stop)
            ),
            args
        );
}
