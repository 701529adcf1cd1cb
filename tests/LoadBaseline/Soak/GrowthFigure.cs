using System.Globalization;

namespace GatewayBench.LoadBaseline;

/// <summary>How one thing that a process holds has moved.</summary>
/// <param name="Name">What it is, with its unit.</param>
/// <param name="First">At the first sample that counts.</param>
/// <param name="Last">At the last one.</param>
/// <param name="PerHour">The slope; null if there was too little time to tell.</param>
/// <param name="Limit">The most that it may be.</param>
internal sealed record GrowthFigure(
    string Name,
    double First,
    double Last,
    double? PerHour,
    double Limit
)
{
    public bool HasGrown => PerHour > Limit;

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Name}: {First:#,0.0} to {Last:#,0.0}, {(PerHour is { } slope ? $"{slope:+#,0.0;-#,0.0;0.0} an hour, at most {Limit:+#,0.0}" : "growth not judged: too short")}"
        );
}
