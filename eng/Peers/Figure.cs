namespace GatewayBench.Peers;

/// <summary>What a load generator measured over all rounds.</summary>
/// <param name="App">The title of what was loaded.</param>
/// <param name="Users">By how many users.</param>
/// <param name="Generator">By whom.</param>
/// <param name="Rate">The median of its rates.</param>
/// <param name="Ratio">
/// The median of its multiples of the yardstick in the same round, as a round shares one moment's
/// noise; null where the yardstick did not run.
/// </param>
/// <param name="Fairness">Its worst round; null when a round's is not known.</param>
internal sealed record Figure(
    string App,
    int Users,
    string Generator,
    double Rate,
    double? Ratio,
    double? Fairness
)
{
    public static IReadOnlyList<Figure> Of(IReadOnlyList<Sample> samples)
    {
        var yardstick = samples
            .Where(sample => sample.Generator == Wrk.Yardstick)
            .ToDictionary(
                sample => (sample.App, sample.Users, sample.Round),
                sample => sample.Rate
            );
        return
        [
            .. samples
                .GroupBy(sample => (sample.App, sample.Users, sample.Generator))
                .Select(arm => new Figure(
                    arm.Key.App,
                    arm.Key.Users,
                    arm.Key.Generator,
                    Median(arm.Select(sample => sample.Rate)),
                    yardstick.Count == 0
                        ? null
                        : Median(
                            arm.Select(sample =>
                                sample.Rate / yardstick[(sample.App, sample.Users, sample.Round)]
                            )
                        ),
                    arm.All(sample => sample.Fairness is not null)
                        ? arm.Min(sample => sample.Fairness)
                        : null
                )),
        ];
    }

    private static double Median(IEnumerable<double> figures)
    {
        double[] sorted = [.. figures.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
