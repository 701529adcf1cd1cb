namespace GatewayBench;

/// <summary>What an arm loads, before it is started.</summary>
/// <param name="Row">The target, what users do, and how many there are.</param>
/// <param name="Options">How; the warm-up and the seed are the order's.</param>
/// <param name="Owned">What has to be stopped in the end.</param>
internal sealed record ArmSetup(Row Row, RunOptions Options, IAsyncDisposable Owned);
