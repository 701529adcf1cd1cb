namespace GatewayBench.VerdictPower;

/// <summary>
/// Simulates comparisons, to show how often the rule that gives verdicts is wrong, what it finds,
/// and after how many pairs.
/// </summary>
internal static class EntryPoint
{
    private static Task<int> Main(string[] args) =>
        MeasuringCommand.RunAsync(new PowerOptions().Command(PowerRun.RunAsync), args);
}
