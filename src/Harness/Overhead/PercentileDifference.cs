namespace GatewayBench;

/// <summary>
/// The gateway's percentile less that of the direct arm, in microseconds: what a dashboard beside
/// each would show. The two are mostly not of the same requests.
/// </summary>
/// <param name="Percentile">Which.</param>
/// <param name="Gateway">Null, as all others, with too few pairs for an interval.</param>
/// <param name="Direct">That of the direct arm.</param>
/// <param name="Microseconds">The difference.</param>
/// <param name="Low">The lower end of its 95 % interval, by a block bootstrap over pairs.</param>
/// <param name="High">The upper end.</param>
internal sealed record PercentileDifference(
    double Percentile,
    double? Gateway,
    double? Direct,
    double? Microseconds,
    double? Low,
    double? High
)
{
    /// <param name="gateway">In the order of measurement.</param>
    /// <param name="direct">Pair by pair.</param>
    /// <param name="percentiles">Each above 0, below 100.</param>
    /// <param name="seed">Of the bootstrap.</param>
    public static PercentileDifference[] Of(
        double[] gateway,
        double[] direct,
        IReadOnlyList<double> percentiles,
        ulong seed
    )
    {
        double[] known = [.. percentiles.Where(one => gateway.Length >= SampleSize.NeededFor(one))];
        var intervals =
            known.Length > 0 ? new BlockBootstrap(seed).Differences(gateway, direct, known) : [];
        var (ofGateway, ofDirect) = (Sorted(gateway), Sorted(direct));
        return
        [
            .. percentiles.Select(one =>
            {
                var i = Array.IndexOf(known, one);
                if (i < 0)
                {
                    return new PercentileDifference(one, null, null, null, null, null);
                }
                var (a, b) = (
                    OrderStatistics.At(ofGateway, one),
                    OrderStatistics.At(ofDirect, one)
                );
                return new PercentileDifference(
                    one,
                    a,
                    b,
                    a - b,
                    intervals[i].Low,
                    intervals[i].High
                );
            }),
        ];
    }

    private static double[] Sorted(double[] values) => [.. values.Order()];
}
