using System.Globalization;

namespace GatewayBench.OverheadTruth;

/// <summary>In how many runs the interval held what was injected.</summary>
internal sealed class Hits(string part)
{
    /// <summary>Of twenty: with intervals that hold it in 95 of 100 cases, fewer come about in 7.5 of 100.</summary>
    private const double LeastShare = 0.9;

    private readonly List<bool> _held = [];

    /// <summary>One run.</summary>
    /// <param name="injected">What is true.</param>
    /// <param name="estimate">What was measured of it.</param>
    /// <param name="invalid">Why it should not be used.</param>
    /// <returns>As a line of the table.</returns>
    public CostFigure Add(TimeSpan injected, PairedDelta estimate, IReadOnlyList<string> invalid)
    {
        var truth = injected.TotalMicroseconds;
        var isHeld = estimate.Low <= truth && truth <= estimate.High;
        _held.Add(isHeld);
        return new CostFigure(
            $"{part} {_held.Count}: {Text(truth)}",
            $"{Text(estimate.Microseconds)} ({Text(estimate.Low)} to {Text(estimate.High)})",
            "",
            IsMet: null
        )
        {
            Invalid = [.. invalid.Select(reason => $"{part} {_held.Count}: {reason}")],
        };
    }

    /// <summary>All of them.</summary>
    public CostFigure Sum() =>
        CostFigure.AtLeast(
            $"{part}: held",
            _held.Count(held => held),
            Math.Ceiling(LeastShare * _held.Count),
            held => string.Create(CultureInfo.InvariantCulture, $"{held:0} of {_held.Count}")
        );

    private static string Text(double? microseconds) =>
        microseconds is { } known
            ? known.ToString("#,0.0", CultureInfo.InvariantCulture) + " us"
            : Units.Nothing;
}
