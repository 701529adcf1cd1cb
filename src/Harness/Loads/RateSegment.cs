namespace GatewayBench;

/// <summary>
/// A stretch of time over which the rate changes linearly. Times are ticks, rates hits per second,
/// and areas their product, so that round rates over round times give exact numbers.
/// </summary>
/// <param name="Start">From the schedule's start.</param>
/// <param name="Length">Above zero; infinite for a rate that never ends.</param>
/// <param name="FromRate">At its start.</param>
/// <param name="ToRate">At its end.</param>
internal readonly record struct RateSegment(
    double Start,
    double Length,
    double FromRate,
    double ToRate
)
{
    private readonly double _slope = (ToRate - FromRate) / Length;

    public double End => Start + Length;

    /// <summary>What is offered from an instant within it to its end.</summary>
    public double AreaFrom(double offset) => (RateAt(offset) + ToRate) / 2 * (Length - offset);

    /// <summary>
    /// The offset by which an area has been offered since <paramref name="offset"/>: the root of
    /// area = r x + slope x^2 / 2, in the form that loses no digits when the slope is small or zero.
    /// </summary>
    /// <param name="offset">Where to start.</param>
    /// <param name="area">Less than what there is up to the end.</param>
    public double OffsetAfter(double offset, double area)
    {
        // Most loads are flat, and this is on the way of every hit.
        if (_slope == 0)
        {
            return offset + area / FromRate;
        }
        // Where the rate is zero as well, the formula would divide zero by zero.
        if (area == 0)
        {
            return offset;
        }
        var rate = RateAt(offset);
        var squareOfNewRate = Math.Max(0, rate * rate + 2 * _slope * area);
        return offset + 2 * area / (rate + Math.Sqrt(squareOfNewRate));
    }

    private double RateAt(double offset) => FromRate + _slope * offset;
}
