namespace GatewayBench.Peers;

/// <summary>What to measure.</summary>
/// <param name="Rounds">How many times, after one round that does not count.</param>
/// <param name="Seconds">How long each arm is measured in a round.</param>
/// <param name="Users">Numbers of users, which are connections to a peer.</param>
/// <param name="Apps">What is loaded.</param>
/// <param name="Peers">The other load generators.</param>
/// <param name="Transports">Ours, by how bytes reach the app.</param>
internal sealed record Plan(
    int Rounds,
    int Seconds,
    IReadOnlyList<int> Users,
    IReadOnlyList<App> Apps,
    IReadOnlyList<Peer> Peers,
    IReadOnlyList<Transport> Transports
);
