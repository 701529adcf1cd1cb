using MathNet.Numerics.Distributions;

namespace GatewayBench;

/// <summary>
/// Which of several treatments are worse than the best one, each measured once in every round: a
/// randomised complete block design, whose rounds take what drifts out of the error (Montgomery,
/// <i>Design and Analysis of Experiments</i>, chapter 4), with one-sided t-tests against the best
/// whose alpha is that of all pairs by Bonferroni's inequality, as any of them may come out best.
/// </summary>
internal static class BlockComparison
{
    /// <summary>Shared by all comparisons of one figure.</summary>
    private const double Alpha = 0.05;

    /// <param name="values">Of each treatment, its value in each round; less is better.</param>
    /// <param name="least">A difference of means that matters.</param>
    /// <returns>Whether each treatment is not told from the best; the best one always is.</returns>
    /// <exception cref="ArgumentException">There are fewer than two rounds.</exception>
    public static bool[] NotWorse(IReadOnlyList<double[]> values, double least)
    {
        if (values.Count == 1)
        {
            return [true];
        }
        var rounds = values[0].Length;
        if (rounds < 2)
        {
            throw new ArgumentException(
                $"There are {rounds} rounds; allowed: at least 2.",
                nameof(values)
            );
        }
        double[] means = [.. values.Select(own => own.Average())];
        var degrees = (values.Count - 1) * (rounds - 1);
        // The best is known from the same figures, so it might have been any: all pairs, both ways.
        var pairs = values.Count * (values.Count - 1);
        var error = Math.Sqrt(Residuals(values, means) / degrees * 2 / rounds);
        var most = StudentT.InvCDF(0, 1, degrees, 1 - Alpha / pairs) * error;
        var best = means.Min();
        return [.. means.Select(mean => mean - best < least || mean - best <= most)];
    }

    /// <summary>The sum of squares that neither treatments nor rounds explain.</summary>
    private static double Residuals(IReadOnlyList<double[]> values, double[] means)
    {
        var grand = means.Average();
        return (
            from round in Enumerable.Range(0, values[0].Length)
            let ofRound = values.Average(own => own[round])
            from i in Enumerable.Range(0, values.Count)
            let left = values[i][round] - means[i] - ofRound + grand
            select left * left
        ).Sum();
    }
}
