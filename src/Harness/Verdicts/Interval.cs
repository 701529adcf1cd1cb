namespace GatewayBench;

/// <summary>From one value to another, both belonging to it.</summary>
internal readonly record struct Interval(double Low, double High)
{
    public bool Contains(double value) => value >= Low && value <= High;

    /// <summary>The same with each end replaced; the function must not fall.</summary>
    public Interval Select(Func<double, double> rising) => new(rising(Low), rising(High));
}
