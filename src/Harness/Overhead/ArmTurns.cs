namespace GatewayBench;

/// <summary>
/// Whose turn it is: by the toss of a seeded coin, so that neither arm always comes second. The
/// direct arm sends what the gateway sent, and so follows it by a few requests at most.
/// </summary>
/// <param name="seed">Of the coin.</param>
internal sealed class ArmTurns(ulong seed)
{
    /// <summary>Requests that the gateway may be ahead by: little enough for both to meet the same machine.</summary>
    public const int MostAhead = 4;

    private ulong _tosses;

    /// <param name="ahead">Requests that the gateway has done and the direct arm has not.</param>
    /// <param name="isMore">Whether the gateway is to do more of them.</param>
    public bool IsGateways(int ahead, bool isMore) =>
        ahead == 0 || isMore && ahead < MostAhead && SplitMix64.UniformAt(seed, _tosses++) < 0.5;
}
