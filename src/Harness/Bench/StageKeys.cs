namespace GatewayBench;

/// <summary>A part of an open load.</summary>
internal static class StageKeys
{
    public static readonly BenchKey<double> Rate = new(
        "rate",
        BenchKinds.Number(0, 1_000_000),
        "Arrivals per second at its end; they get there evenly.",
        IsRequired: true
    );

    public static readonly BenchKey<TimeSpan> Over = new(
        "over",
        BenchKinds.Duration(TimeSpan.Zero, TimeSpan.FromHours(24)),
        "How long it takes; 0s is a jump.",
        IsRequired: true
    );

    private static readonly BenchShape Shape = new(Rate, Over);

    public static BenchKind<Stage> Kind { get; } =
        BenchKinds.Object(Shape, map => new Stage(map.Get(Rate, 0), map.Get(Over, TimeSpan.Zero)));
}
