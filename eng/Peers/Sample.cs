namespace GatewayBench.Peers;

/// <summary>What one load generator measured once.</summary>
/// <param name="App">The title of what was loaded.</param>
/// <param name="Users">By how many users.</param>
/// <param name="Round">From 1; 0 does not count.</param>
/// <param name="Generator">By whom: a peer's title, or one of our transports.</param>
/// <param name="Rate">Successes per second.</param>
internal sealed record Sample(string App, int Users, int Round, string Generator, double Rate)
{
    /// <summary>Requests of the slowest user over those of the median user; null where not known.</summary>
    public double? Fairness { get; init; }

    /// <summary>Why the harness itself would not trust the figure; empty when it does.</summary>
    public IReadOnlyList<string> Invalid { get; init; } = [];

    public override string ToString()
    {
        var round = Round == 0 ? "warm-up" : $"round {Round}";
        var text =
            $"{round, -8} {App, -18} {Users, 4} users  {Generator, -15} {Cell.Rate(Rate), 9}/s  {Cell.Fairness(Fairness)}";
        return Invalid.Count == 0 ? text : $"{text}  INVALID: {string.Join("; ", Invalid)}";
    }
}
