namespace GatewayBench;

/// <summary>What an arm loads, before it is started.</summary>
/// <param name="Rows">The target, what users do, and how many there are: at least one, all of one target.</param>
/// <param name="Options">How; the warm-up and the seed are the order's.</param>
/// <param name="Owned">What has to be stopped in the end.</param>
internal sealed record ArmSetup(
    IReadOnlyList<Row> Rows,
    RunOptions Options,
    IAsyncDisposable Owned
);
