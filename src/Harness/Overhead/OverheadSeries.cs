namespace GatewayBench;

/// <summary>One figure of a row, through the gateway and directly.</summary>
/// <param name="Name">What it is of, such as <c>last byte</c>.</param>
/// <param name="GatewayMicroseconds">Of each pair.</param>
/// <param name="DirectMicroseconds">Of the same pair.</param>
/// <param name="Deltas">Percentiles of the differences within pairs.</param>
/// <param name="Differences">Differences of the two arms' percentiles.</param>
internal sealed record OverheadSeries(
    string Name,
    IReadOnlyList<double> GatewayMicroseconds,
    IReadOnlyList<double> DirectMicroseconds,
    IReadOnlyList<PairedDelta> Deltas,
    IReadOnlyList<PercentileDifference> Differences
)
{
    /// <summary>From the send to the last byte, read and checked.</summary>
    public const string LastByte = "last byte";

    /// <summary>The same, by the calls of the provider that the request took.</summary>
    public const string PerCall = "per call";

    /// <summary>From the send to the first text that a user sees.</summary>
    public const string FirstToken = "TTFT";

    /// <summary>From the first such text to the last, by the tokens after the first.</summary>
    public const string PerToken = "per token";

    private static readonly double[] Percentiles = [50, 95, 99];

    public static OverheadSeries Of(string name, double[] gateway, double[] direct, ulong seed)
    {
        double[] deltas = [.. gateway.Zip(direct, (a, b) => a - b).Order()];
        return new OverheadSeries(
            name,
            gateway,
            direct,
            [.. Percentiles.Select(one => PairedDelta.Of(deltas, one))],
            PercentileDifference.Of(gateway, direct, Percentiles, seed)
        );
    }

    /// <summary>What pairs say of all figures that they have.</summary>
    public static IEnumerable<OverheadSeries> OfAll(OverheadPair[] pairs, ulong seed)
    {
        if (pairs.Length == 0)
        {
            yield break;
        }
        yield return Over(LastByte, (arm, _) => arm.Whole.TotalMicroseconds);
        if (pairs.Any(pair => pair.Calls > 1))
        {
            yield return Over(PerCall, (arm, pair) => arm.Whole.TotalMicroseconds / pair.Calls);
        }
        if (pairs.All(pair => pair is { Gateway.FirstToken: { }, Direct.FirstToken: { } }))
        {
            yield return Over(FirstToken, (arm, _) => arm.FirstToken!.Value.TotalMicroseconds);
            // A gateway that merges pieces is not credited for it: both times are by the same tokens.
            if (pairs.All(pair => pair.Direct.Pieces > 1))
            {
                yield return Over(
                    PerToken,
                    (arm, pair) =>
                        (arm.LastToken!.Value - arm.FirstToken!.Value).TotalMicroseconds
                        / (pair.Direct.Pieces - 1)
                );
            }
        }

        OverheadSeries Over(string name, Func<ArmTimes, OverheadPair, double> figure) =>
            Of(
                name,
                [.. pairs.Select(pair => figure(pair.Gateway, pair))],
                [.. pairs.Select(pair => figure(pair.Direct, pair))],
                seed
            );
    }
}
