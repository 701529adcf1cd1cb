using System.Globalization;

namespace GatewayBench;

/// <summary>
/// When a comparison ends, and with which verdict. Each look is given the same part of alpha and of
/// beta, so that all of them together stay within both, however they depend on each other
/// (Bonferroni's inequality).
/// </summary>
internal sealed record VerdictRule
{
    /// <summary>Looks after 10, 16, 24 and 40 pairs, at alpha 1 % and beta 5 %.</summary>
    public static readonly VerdictRule Standard = new(Looks.Standard);

    /// <param name="looks">When it may end.</param>
    /// <param name="alpha">
    /// How likely <see cref="Verdict.Regressed"/> may be where nothing changed, and likewise
    /// <see cref="Verdict.Improved"/>: above 0, at most 0.25.
    /// </param>
    /// <param name="beta">
    /// How likely <see cref="Verdict.Unchanged"/> may be where the change is delta or more: likewise.
    /// </param>
    /// <exception cref="ArgumentException">
    /// Alpha or beta is out of range, or the first look's pairs are too few to call anything.
    /// </exception>
    public VerdictRule(Looks looks, double alpha = 0.01, double beta = 0.05)
    {
        (Looks, Alpha, Beta) = (looks, Risk(nameof(alpha), alpha), Risk(nameof(beta), beta));
        if (Math.Pow(2, -looks.First) > AlphaOfLook)
        {
            var needed = (int)Math.Ceiling(-Math.Log2(AlphaOfLook));
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A look after {looks.First} pairs can call nothing at alpha {alpha} over {looks.Count} looks; allowed: {needed} pairs or more."
                ),
                nameof(looks)
            );
        }
    }

    public Looks Looks { get; }

    public double Alpha { get; }

    public double Beta { get; }

    /// <summary>What each look is given of alpha.</summary>
    public double AlphaOfLook => Alpha / Looks.Count;

    /// <summary>What each look is given of beta.</summary>
    public double BetaOfLook => Beta / Looks.Count;

    /// <summary>
    /// What the pairs so far say. The first look that can tell decides, whatever comes after it, so
    /// that a stored comparison is judged as it was while it ran.
    /// </summary>
    /// <param name="metric">What is compared.</param>
    /// <param name="logRatios">ln(B / A) of each pair, in the order in which they were measured.</param>
    public Finding Judge(PairedMetric metric, ReadOnlySpan<double> logRatios)
    {
        var (pairs, evidence) = (0, Evidence.None);
        foreach (var look in Looks.ReachedBy(logRatios.Length))
        {
            (pairs, evidence) = (look, Evidence.Of(metric, logRatios[..look]));
            var verdict = evidence.At(AlphaOfLook, BetaOfLook);
            if (verdict != Verdict.Inconclusive)
            {
                return new Finding(verdict, look, HasEnded: true, evidence);
            }
        }
        return new Finding(Verdict.Inconclusive, pairs, pairs == Looks.Last, evidence);
    }

    private static double Risk(string name, double value) =>
        value is > 0 and <= 0.25
            ? value
            : throw new ArgumentOutOfRangeException(
                name,
                value,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name} is {value}; allowed: above 0, at most 0.25."
                )
            );
}
