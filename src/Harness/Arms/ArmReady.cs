namespace GatewayBench;

/// <summary>What an arm is, once it waits for its first slice.</summary>
/// <param name="Row">The scenario.</param>
/// <param name="Gateway">Its assembly's name, or its URL.</param>
/// <param name="Transport">How bytes reach it.</param>
/// <param name="Commit">The source revision that it was built from; null where unknown.</param>
/// <param name="WarmUpSeconds">How long it warmed up.</param>
/// <param name="Settled">Whether it had settled then; null without a warm-up.</param>
internal sealed record ArmReady(
    string Row,
    string Gateway,
    string Transport,
    string? Commit,
    double WarmUpSeconds,
    bool? Settled
);
