namespace GatewayBench.Peers;

/// <summary>What one round measured: two rates in requests per second, and the harness's fairness.</summary>
internal sealed record Round(double Wrk, double Harness, double Fairness)
{
    public double Ratio { get; init; } = Harness / Wrk;

    public static Round MedianOf(IReadOnlyList<Round> rounds) =>
        new(
            Median(rounds, round => round.Wrk),
            Median(rounds, round => round.Harness),
            Median(rounds, round => round.Fairness)
        )
        {
            // The median of the ratios, not the ratio of medians: a round shares one moment's noise.
            Ratio = Median(rounds, round => round.Ratio),
        };

    private static double Median(IReadOnlyList<Round> rounds, Func<Round, double> figure) =>
        rounds.Select(figure).Order().ElementAt(rounds.Count / 2);
}
