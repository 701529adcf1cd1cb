using System.Globalization;

namespace GatewayBench;

/// <summary>A quantile function of straight lines, flat before the first point and after the last.</summary>
internal sealed class PercentilesDelay : Delay
{
    private const int MostPoints = 1_000;

    private readonly (decimal Percentile, TimeSpan Delay)[] _points;
    private readonly double[] _shares;

    public PercentilesDelay((decimal Percentile, TimeSpan Delay)[] points)
    {
        if (points.Length is 0 or > MostPoints)
        {
            throw InvalidOption.Exception(
                "the number of percentiles",
                points.Length,
                $"1 to {MostPoints}"
            );
        }
        _points = [.. points];
        _shares = new double[points.Length];
        for (var i = 0; i < points.Length; i++)
        {
            Check(points[i], i == 0 ? null : points[i - 1]);
            _shares[i] = (double)(points[i].Percentile / 100);
        }
    }

    public override string ToString()
    {
        var points = _points.Select(p =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{p.Percentile:G29}:{Duration.ToText(p.Delay)}"
            )
        );
        return $"{DelayWords.Percentiles}({string.Join(',', points)})";
    }

    internal override TimeSpan FromUniform(double uniform)
    {
        var found = Array.BinarySearch(_shares, uniform);
        if (found >= 0)
        {
            return _points[found].Delay;
        }
        var next = ~found;
        if (next == 0 || next == _points.Length)
        {
            return _points[Math.Max(0, next - 1)].Delay;
        }
        var (from, to) = (_points[next - 1].Delay, _points[next].Delay);
        var way = (uniform - _shares[next - 1]) / (_shares[next] - _shares[next - 1]);
        return from + (to - from) * way;
    }

    private static void Check(
        (decimal Percentile, TimeSpan Delay) point,
        (decimal Percentile, TimeSpan Delay)? before
    )
    {
        var (percentile, delay) = point;
        if (percentile is < 0 or > 100)
        {
            throw InvalidOption.Exception("a percentile", percentile, "0 to 100");
        }
        if (percentile <= before?.Percentile)
        {
            throw InvalidOption.Exception(
                "a percentile",
                percentile,
                FormattableString.Invariant($"above the one before it ({before?.Percentile})")
            );
        }
        var name = FormattableString.Invariant($"the delay at {percentile} %");
        InRange(delay, name);
        if (before is { } earlier && delay < earlier.Delay)
        {
            throw InvalidOption.Exception(
                name,
                delay,
                $"at least that of the percentile before it ({Duration.ToText(earlier.Delay)})"
            );
        }
    }
}
