namespace GatewayBench;

/// <summary>What an arm is, once it waits for its first slice.</summary>
/// <param name="Rows">The scenarios that can be asked for, the one that decides first.</param>
/// <param name="Gateway">Its assembly's name, or its URL.</param>
/// <param name="Transport">How bytes reach it.</param>
/// <param name="Commit">The source revision that it was built from; null where unknown.</param>
/// <param name="WarmUpSeconds">How long it warmed up, for all of them.</param>
/// <param name="Settled">Whether it had settled then for all of them; null without a warm-up.</param>
internal sealed record ArmReady(
    IReadOnlyList<string> Rows,
    string Gateway,
    string Transport,
    string? Commit,
    double WarmUpSeconds,
    bool? Settled
);
