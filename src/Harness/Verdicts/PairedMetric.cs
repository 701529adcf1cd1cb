using System.Globalization;

namespace GatewayBench;

/// <summary>A figure by which pairs are compared.</summary>
internal sealed record PairedMetric
{
    /// <summary>Successes per second.</summary>
    public static readonly PairedMetric Rate = new("OK/s", moreIsBetter: true, delta: 0.05);

    /// <summary>CPU time a request: says more than the rate only where that is the same for both.</summary>
    public static readonly PairedMetric Cpu = new("CPU/req", moreIsBetter: false, delta: 0.05);

    /// <summary>
    /// Allocated bytes a request. Nearly the same in each launch, so that a few bytes would be beyond
    /// chance: hence a tolerance.
    /// </summary>
    public static readonly PairedMetric Allocations = new(
        "Alloc/req",
        moreIsBetter: false,
        delta: 0.01,
        tolerance: 0.005
    );

    /// <summary>One p99 of each launch, from an open load of the same rate.</summary>
    public static readonly PairedMetric P99 = new("p99", moreIsBetter: false, delta: 0.10);

    /// <param name="name">As reports show it.</param>
    /// <param name="moreIsBetter">Whether a larger figure is the better one.</param>
    /// <param name="delta">The change for the worse that <see cref="Verdict.Unchanged"/> rules out: 0 to 0.9.</param>
    /// <param name="tolerance">The change for the worse that is nobody's regression: from 0, below delta.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is out of range.</exception>
    public PairedMetric(string name, bool moreIsBetter, double delta, double tolerance = 0)
    {
        if (!(delta > 0 && delta <= 0.9))
        {
            throw OutOfRange(nameof(delta), delta, "above 0, at most 0.9");
        }
        if (!(tolerance >= 0 && tolerance < delta))
        {
            throw OutOfRange(
                nameof(tolerance),
                tolerance,
                string.Create(CultureInfo.InvariantCulture, $"from 0, below delta ({delta})")
            );
        }
        (Name, MoreIsBetter, Delta, Tolerance) = (name, moreIsBetter, delta, tolerance);
    }

    public string Name { get; }

    public bool MoreIsBetter { get; }

    public double Delta { get; }

    public double Tolerance { get; }

    /// <summary>
    /// ln(B / A): negative where B's figure is smaller. Written as a difference, so that swapping A
    /// and B turns the sign and nothing else, and ties stay ties.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A figure is not a finite number above 0.</exception>
    public static double LogRatio(double a, double b) => Log(nameof(b), b) - Log(nameof(a), a);

    /// <summary>The same with better above 0 and worse below.</summary>
    public double Gain(double logRatio) => MoreIsBetter ? logRatio : -logRatio;

    /// <summary>The gain, below 0, that is a change for the worse by this share of A's figure.</summary>
    public double GainOfLoss(double change) =>
        MoreIsBetter ? Math.Log(1 - change) : -Math.Log(1 + change);

    private static double Log(string name, double figure) =>
        figure > 0 && double.IsFinite(figure)
            ? Math.Log(figure)
            : throw OutOfRange(name, figure, "a finite number above 0");

    private static ArgumentOutOfRangeException OutOfRange(
        string name,
        double value,
        string allowed
    ) =>
        new(
            name,
            value,
            string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; allowed: {allowed}.")
        );
}
