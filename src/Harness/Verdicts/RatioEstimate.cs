namespace GatewayBench;

/// <summary>What B's figure is of A's, over all pairs.</summary>
/// <param name="Ratio">The Hodges-Lehmann estimate of the logarithms, as a ratio: 0.95 is 5 % less.</param>
/// <param name="Interval">Its exact interval; null with too few pairs for one.</param>
/// <param name="Level">How sure that is, such as 0.95.</param>
internal sealed record RatioEstimate(double Ratio, Interval? Interval, double Level)
{
    /// <param name="logRatios">ln(B / A) of each pair, at least one.</param>
    /// <param name="level">Between 0 and 1.</param>
    public static RatioEstimate Of(ReadOnlySpan<double> logRatios, double level = 0.95)
    {
        var averages = new WalshAverages(logRatios);
        return new(Math.Exp(averages.Pseudomedian), averages.At(level)?.Select(Math.Exp), level);
    }
}
