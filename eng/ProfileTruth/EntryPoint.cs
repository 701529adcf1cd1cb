namespace GatewayBench.ProfileTruth;

/// <summary>
/// Runs profiles against gateways whose edge, and whose moment of recovery, are known beforehand, and
/// shows how near the harness comes to them.
/// </summary>
internal static class EntryPoint
{
    private static Task<int> Main(string[] args) =>
        MeasuringCommand.RunAsync(
            new TruthOptions().Command(
                (plan, write, stop) => CostRun.RunAsync(plan, plan.Parts, write, stop)
            ),
            args
        );
}
