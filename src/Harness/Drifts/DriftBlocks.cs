namespace GatewayBench;

/// <summary>
/// A series thinned to blocks that depend on each other as little as its length allows: a second is
/// like the one before it, and counting each as news would make any interval far too narrow.
/// </summary>
/// <param name="Points">One value for each block.</param>
/// <param name="Slices">How many slices a block has.</param>
/// <param name="Correlation">Between neighbours, without the trend; what is left of it widens the interval.</param>
internal sealed record DriftBlocks(IReadOnlyList<DriftPoint> Points, int Slices, double Correlation)
{
    /// <summary>Fewer give no interval worth having.</summary>
    public const int Least = 20;

    /// <summary>More cost time and tell nothing more.</summary>
    private const int Most = 240;

    /// <summary>Between neighbours that are taken for independent.</summary>
    private const double Tolerable = 0.1;

    /// <summary>Beyond it nothing can be said of a trend.</summary>
    private const double MostCorrelation = 0.95;

    private const double Rounding = 1e-9;

    /// <summary>
    /// What correlation does to the variance of a sum, which Kendall's statistic is: of a first-order
    /// process (1 + r) / (1 - r) (Yue and Wang, <i>The Mann-Kendall test modified by effective sample
    /// size</i>, Water Resources Management 18, 2004).
    /// </summary>
    public double Inflation => (1 + Correlation) / (1 - Correlation);

    /// <param name="slices">One value for each slice that has one, in order.</param>
    /// <returns>Null with too few values.</returns>
    public static DriftBlocks? Of(IReadOnlyList<DriftPoint> slices)
    {
        var length = Math.Max(1, (slices.Count + Most - 1) / Most);
        DriftBlocks? blocks = null;
        while (slices.Count / length >= Least)
        {
            var points = Joined(slices, length);
            blocks = new DriftBlocks(points, length, CorrelationOf(points));
            if (blocks.Correlation <= Tolerable)
            {
                break;
            }
            length *= 2;
        }
        return blocks;
    }

    /// <summary>What is left at the end is no block.</summary>
    private static DriftPoint[] Joined(IReadOnlyList<DriftPoint> slices, int length) =>
        [
            .. slices
                .Chunk(length)
                .Where(block => block.Length == length)
                .Select(block => new DriftPoint(
                    block.Average(point => point.Minute),
                    Median.Of([.. block.Select(point => point.Value)])
                )),
        ];

    private static double CorrelationOf(DriftPoint[] points)
    {
        var slope = SlopeInterval.Of(points, confidence: 0.5, inflation: 1).Slope;
        double[] rest = [.. points.Select(point => point.Value - slope * point.Minute)];
        var mean = rest.Average();
        var variance = rest.Sum(value => (value - mean) * (value - mean));
        // Of a straight line nothing is left but what arithmetic rounds.
        if (Math.Sqrt(variance) <= Rounding * points.Max(point => Math.Abs(point.Value)))
        {
            return 0;
        }
        var products = rest.Zip(rest.Skip(1), (a, b) => (a - mean) * (b - mean)).Sum();
        // What a fitted line takes from it (Kendall and Stuart, The advanced theory of statistics, 3).
        var n = points.Length;
        var correlation = (products / variance * n + 2) / (n - 4);
        return Math.Clamp(correlation, 0, MostCorrelation);
    }
}
