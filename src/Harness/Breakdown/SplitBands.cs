namespace GatewayBench;

/// <summary>Tells where the time of all exchanges went, of those in the middle, and of the slowest.</summary>
internal static class SplitBands
{
    public const string All = "all";
    public const string Middle = "middle";
    public const string Slowest = "slowest";

    private static readonly (string Name, double From, double To, double Percentile)[] Bands =
    [
        (All, 0, 1, 0),
        (Middle, 0.45, 0.55, 50),
        (Slowest, 0.99, 1, 99),
    ];

    /// <returns>Those that there are samples enough for.</returns>
    public static SplitBand[] Of(SplitCells cells)
    {
        var exchanges = cells.Between(0, 1).Exchanges;
        return
        [
            .. Bands
                .Where(band =>
                    exchanges >= (band.Percentile > 0 ? SampleSize.NeededFor(band.Percentile) : 1)
                )
                .Select(band => Of(band.Name, cells.Between(band.From, band.To))),
        ];
    }

    private static SplitBand Of(string name, in SplitSum sum)
    {
        var (latency, wait, provider) = (sum.Latency, sum.Wait, sum.Provider);
        var (untold, exchanges) = (sum.Untold, sum.Exchanges);
        var isTold = sum.UntoldExchanges < exchanges;
        return new SplitBand(
            name,
            exchanges,
            Mean(latency),
            Mean(wait),
            isTold ? Mean(provider) : null,
            isTold ? Mean(latency - wait - provider - untold) : null,
            Mean(untold),
            sum.UntoldExchanges
        );

        double Mean(double nanoseconds) => nanoseconds / exchanges / 1_000;
    }
}
