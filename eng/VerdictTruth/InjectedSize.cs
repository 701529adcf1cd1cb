namespace GatewayBench.VerdictTruth;

/// <summary>How much work to put into B.</summary>
/// <param name="Sigma">Of the rate, as measured on the same gateway.</param>
/// <param name="Loss">The smallest that the rule finds 95 times in 100 at this sigma.</param>
/// <param name="CostOfCalibration">What the rounds of the calibration take, as a share of what a request takes without.</param>
internal sealed record InjectedSize(double Sigma, double Loss, double CostOfCalibration)
{
    /// <exception cref="InvalidDataException">Noise or calibration is missing, or of no use.</exception>
    public static InjectedSize Of(KeptRuns kept)
    {
        var ratios = LogRatiosOf(kept.Pairs(NoiseRuns.Worker));
        if (ratios.Length < NoiseCalibration.LeastPairs)
        {
            throw new InvalidDataException(
                $"{ratios.Length} pairs of the worker against itself are kept; allowed: {NoiseCalibration.LeastPairs} or more, of the part worker."
            );
        }
        var sigma = NoiseCalibration.Of(PairedMetric.Rate, ratios).Sigma;
        var loss =
            SmallestLoss.Of(VerdictRule.Standard, PairedMetric.Rate, sigma)
            ?? throw new InvalidDataException(
                $"At a sigma of {Units.Percent(sigma)} the rule finds nothing; allowed: a quieter machine."
            );
        var slowed = RatioEstimate.Of(LogRatiosOf(kept.Pairs(InjectedRuns.Calibration))).Ratio;
        return new InjectedSize(sigma, loss, CostOf(slowed));
    }

    /// <summary>
    /// With users that only wait for their answers and all processors at work, the rate is what
    /// processors there are over what a request takes: more work of a share x leaves 1 / (1 + x) of it.
    /// </summary>
    /// <param name="ratio">Rate with over rate without.</param>
    public static double CostOf(double ratio) => 1 / ratio - 1;

    /// <summary>Rounds of work that leave a rate of 1 - loss.</summary>
    /// <param name="loss">0 to 1.</param>
    /// <param name="calibrated">The rounds of the calibration.</param>
    public int RoundsFor(double loss, int calibrated) =>
        (int)Math.Round(calibrated * CostOf(1 - loss) / CostOfCalibration);

    private static double[] LogRatiosOf(IEnumerable<PairedComparison> runs) =>
        [.. runs.SelectMany(run => run.LogRatios(PairedMetric.Rate))];
}
