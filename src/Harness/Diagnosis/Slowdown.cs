namespace GatewayBench;

/// <summary>Callers wait longer than before.</summary>
/// <param name="Name">Which percentile says so.</param>
/// <param name="Was">Its median over the slices before, in microseconds.</param>
/// <param name="Now">The same from then on.</param>
/// <param name="From">The first slice that is not before.</param>
/// <param name="Slices">Over how many slices from there.</param>
internal sealed record Slowdown(string Name, double Was, double Now, int From, int Slices)
{
    public override string ToString() => $"{Name} {Time(Now)}, {Time(Was)} before";

    private static string Time(double microseconds) =>
        Units.Time(TimeSpan.FromMicroseconds(microseconds));
}
