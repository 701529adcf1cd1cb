namespace GatewayBench.ProviderCost;

/// <summary>What one client measured of one server once.</summary>
/// <param name="Round">From 1; 0 does not count.</param>
/// <param name="Rival">The server.</param>
/// <param name="Client">Who loaded it.</param>
/// <param name="Rate">Successes per second.</param>
internal sealed record SpeedSample(int Round, string Rival, string Client, double Rate)
{
    /// <summary>What our own client is called.</summary>
    public const string Ours = "ours";

    /// <summary>CPU time of the server's process per request; null where it was not read.</summary>
    public double? CpuMicroseconds { get; init; }

    public override string ToString()
    {
        var round = Round == 0 ? "warm-up" : $"round {Round}";
        return $"{round, -8} {Rival, -13} {Client, -4} {Show.PerSecond(Rate), 10}";
    }
}
