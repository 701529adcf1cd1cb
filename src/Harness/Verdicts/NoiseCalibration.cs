using System.Globalization;
using MathNet.Numerics.Distributions;

namespace GatewayBench;

/// <summary>
/// What the same build measured against itself (A/A) says of a machine: how much a row's pairs
/// scatter, and whether they lean to one side, which no comparison could then be trusted with.
/// </summary>
/// <param name="Pairs">How many were measured.</param>
/// <param name="Sigma">The standard deviation of ln(B / A) over pairs.</param>
/// <param name="SigmaInterval">Its 95 % interval, if they are normal (by the chi-squared distribution).</param>
/// <param name="Ratio">B against A, which should hold 1.</param>
/// <param name="Chance">
/// How likely pairs that lean to neither side by more than the metric's tolerance look like this:
/// two-sided, exact signed-rank.
/// </param>
internal sealed record NoiseCalibration(
    int Pairs,
    double Sigma,
    Interval SigmaInterval,
    RatioEstimate Ratio,
    double Chance
)
{
    /// <summary>With fewer, not even pairs that all lean to one side would be called.</summary>
    public const int LeastPairs = 8;

    /// <summary>How likely a sound machine may be to be refused.</summary>
    public const double Alpha = 0.01;

    /// <param name="metric">What is compared.</param>
    /// <param name="logRatios">ln(B / A) of each A/A pair, at least <see cref="LeastPairs"/>.</param>
    /// <exception cref="ArgumentException">They are too few.</exception>
    public static NoiseCalibration Of(PairedMetric metric, ReadOnlySpan<double> logRatios)
    {
        if (logRatios.Length < LeastPairs)
        {
            throw new ArgumentException(
                $"A/A has {logRatios.Length} pairs of {metric.Name}; allowed: {LeastPairs} or more.",
                nameof(logRatios)
            );
        }
        var sigma = DeviationOf(logRatios);
        var freedom = logRatios.Length - 1;
        var evidence = Evidence.Of(metric, logRatios);
        return new NoiseCalibration(
            logRatios.Length,
            sigma,
            new Interval(Bound(0.975), Bound(0.025)),
            RatioEstimate.Of(logRatios),
            Math.Min(1, 2 * Math.Min(evidence.Worse, evidence.Better))
        );

        double Bound(double quantile) =>
            sigma * Math.Sqrt(freedom / ChiSquared.InvCDF(freedom, quantile));
    }

    /// <summary>Why no verdict may be given on this machine; null if one may.</summary>
    public string? Refusal =>
        Chance <= Alpha
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"The same build against itself came out at {Ratio.Ratio:0.0000} of its own figure over {Pairs} pairs, "
                    + $"which chance explains with p = {Chance:0.0000}; allowed: above {Alpha}."
            )
            : null;

    private static double DeviationOf(ReadOnlySpan<double> values)
    {
        var (mean, squares) = (0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            // Welford's update: no difference of two large sums.
            var off = values[i] - mean;
            mean += off / (i + 1);
            squares += off * (values[i] - mean);
        }
        return Math.Sqrt(squares / (values.Length - 1));
    }
}
