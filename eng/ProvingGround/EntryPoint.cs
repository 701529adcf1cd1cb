namespace GatewayBench.ProvingGround;

/// <summary>
/// Breaks the sample gateway in known ways, loads it, and counts how often the diagnosis names what
/// was broken.
/// </summary>
internal static class EntryPoint
{
    private static Task<int> Main(string[] args) =>
        MeasuringCommand.RunAsync(new GroundOptions().Command(GroundRun.RunAsync), args);
}
