namespace GatewayBench.Peers;

/// <summary>What one round measured: wrk's requests per second, and the harness's over each transport.</summary>
internal sealed record Round(double Wrk, Arm Loopback, Arm InMemory)
{
    public static Round MedianOf(IReadOnlyList<Round> rounds) =>
        new(
            Median(rounds.Select(round => round.Wrk)),
            MedianOf(rounds.Select(round => round.Loopback)),
            MedianOf(rounds.Select(round => round.InMemory))
        );

    /// <summary>The median of the ratios, not the ratio of medians: a round shares one moment's noise.</summary>
    private static Arm MedianOf(IEnumerable<Arm> arms) =>
        new(
            Median(arms.Select(arm => arm.Rate)),
            Median(arms.Select(arm => arm.Ratio)),
            Median(arms.Select(arm => arm.Fairness))
        );

    private static double Median(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}

/// <summary>The harness in one round.</summary>
/// <param name="Rate">Requests per second.</param>
/// <param name="Ratio">The same over wrk's.</param>
/// <param name="Fairness">Requests of the slowest user over those of the median user.</param>
internal sealed record Arm(double Rate, double Ratio, double Fairness);
