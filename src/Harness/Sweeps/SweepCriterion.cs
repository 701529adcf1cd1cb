namespace GatewayBench;

/// <summary>A figure that points are told apart by; less is better.</summary>
/// <param name="Name">In reports.</param>
/// <param name="Of">On the scale that it is compared on.</param>
/// <param name="Least">A difference on that scale that matters.</param>
/// <param name="Text">How a mean on that scale reads.</param>
internal sealed record SweepCriterion(
    string Name,
    Func<SweepFigures, double?> Of,
    double Least,
    Func<double, string> Text
)
{
    /// <summary>The first one that tells points apart decides, and the next ones among those that are left.</summary>
    public static IReadOnlyList<SweepCriterion> All { get; } =
    [
        new("failures", figures => figures.Errors, 0.001, Units.Percent),
        new(
            "p99",
            figures => figures.P99Microseconds is { } p99 ? Math.Log(p99) : null,
            Math.Log(1.05),
            value => Units.Time(TimeSpan.FromMicroseconds(Math.Exp(value)))
        ),
        new(
            "provider requests per exchange",
            figures => figures.Attempts is { } attempts and > 0 ? Math.Log(attempts) : null,
            Math.Log(1.02),
            value =>
                Math.Exp(value).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)
        ),
    ];
}
