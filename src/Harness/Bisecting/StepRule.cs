using System.Globalization;

namespace GatewayBench;

/// <summary>
/// Tells on which side of a threshold a candidate is: at each look, bad if chance explains with no
/// more than its part of alpha that the candidate is no worse than the threshold, good likewise.
/// That is the interval of the ratio wholly on one side, by the same exact signed-rank distribution.
/// </summary>
internal sealed class StepRule
{
    /// <summary>A comparison's pairs, twice: who skips a commit for noise should have tried hard.</summary>
    public const int MostPairs = 80;

    private const double Growth = 1.6;

    private readonly PairedMetric _metric;
    private readonly double _threshold;

    /// <param name="metric">What decides.</param>
    /// <param name="effect">What the bad commit's figure is of the good one's: worse than 1.</param>
    /// <param name="alpha">How likely a candidate may be to be taken for the other side: above 0, below 0.5.</param>
    /// <exception cref="ArgumentOutOfRangeException">The effect is no loss, or alpha is out of range.</exception>
    public StepRule(PairedMetric metric, double effect, double alpha)
    {
        if (!(effect > 0 && double.IsFinite(effect) && metric.Gain(Math.Log(effect)) < 0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(effect),
                effect,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The effect is {effect}; allowed: {(metric.MoreIsBetter ? "above 0, below" : "above")} 1, as it is a loss of {metric.Name}."
                )
            );
        }
        if (alpha is not (> 0 and < 0.5))
        {
            throw new ArgumentOutOfRangeException(
                nameof(alpha),
                alpha,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"alpha is {alpha}; allowed: above 0, below 0.5."
                )
            );
        }
        (_metric, Threshold) = (metric, Math.Sqrt(effect));
        _threshold = metric.Gain(Math.Log(effect)) / 2;
        Looks = LooksOf(alpha);
        AlphaOfLook = alpha / Looks.Count;
    }

    /// <summary>Half-way between 1 and the effect, on the scale of ratios.</summary>
    public double Threshold { get; }

    /// <summary>From the first that can tell anything, each about 1.6 times the one before.</summary>
    public Looks Looks { get; }

    public double AlphaOfLook { get; }

    /// <summary>How sure the interval is that lies on one side when a candidate is judged.</summary>
    public double Level => 1 - 2 * AlphaOfLook;

    /// <param name="logRatios">ln(candidate / good) of each pair so far.</param>
    /// <returns>Null while it can't be told; <see cref="BisectMark.Skip"/> after the last look.</returns>
    public BisectMark? Judge(ReadOnlySpan<double> logRatios)
    {
        if (!Looks.ReachedBy(logRatios.Length).Contains(logRatios.Length))
        {
            return null;
        }
        var gains = new double[logRatios.Length];
        for (var i = 0; i < gains.Length; i++)
        {
            gains[i] = _metric.Gain(logRatios[i]);
        }
        var test = SignedRankTest.Of(gains, _threshold);
        return test.Less <= AlphaOfLook ? BisectMark.Bad
            : test.Greater <= AlphaOfLook ? BisectMark.Good
            : logRatios.Length == Looks.Last ? BisectMark.Skip
            : null;
    }

    /// <summary>More looks need a smaller alpha each, and so a later first one: as few as cover the way.</summary>
    private static Looks LooksOf(double alpha)
    {
        for (var count = 1; ; count++)
        {
            var first = (int)Math.Ceiling(Math.Log2(count / alpha));
            List<int> looks = [];
            for (double look = first; look * Growth <= MostPairs; look *= Growth)
            {
                looks.Add((int)look);
            }
            looks.Add(MostPairs);
            if (looks.Count <= count)
            {
                return new Looks([.. looks]);
            }
        }
    }
}
