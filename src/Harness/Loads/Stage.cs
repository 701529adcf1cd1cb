namespace GatewayBench;

/// <summary>A part of a load: the rate moves linearly from where it was to another.</summary>
/// <param name="PerSecond">The rate reached at its end, in arrivals per second: 0 to 1,000,000.</param>
/// <param name="Over">How long it takes: from zero, which is a jump, to 30 days.</param>
public readonly record struct Stage(double PerSecond, TimeSpan Over)
{
    /// <inheritdoc cref="Stage(double, TimeSpan)" />
    /// <param name="perSecond">The rate reached at its end: 0 to 1,000,000.</param>
    /// <param name="over">Such as <c>30s</c> or <c>5m</c>.</param>
    /// <exception cref="FormatException">The text is no duration.</exception>
    public Stage(double perSecond, string over)
        : this(perSecond, Duration.Parse(over)) { }
}
