namespace GatewayBench;

/// <summary>A part of a load.</summary>
internal static class StageKeys
{
    public static readonly BenchKey<double> Rate = new(
        "rate",
        BenchKinds.Number(0, 1_000_000),
        "Of an open load: arrivals per second at its end; they get there evenly."
    );

    public static readonly BenchKey<int> Users = new(
        "users",
        BenchKinds.Integer(0, 20_000),
        "Of a closed load: users at its end; they come and go evenly."
    );

    public static readonly BenchKey<TimeSpan> Over = new(
        "over",
        BenchKinds.Duration(TimeSpan.Zero, TimeSpan.FromHours(24)),
        "How long it takes; 0s is a jump.",
        IsRequired: true
    );

    public static readonly BenchKey<string> Name = new(
        "name",
        BenchKinds.Text,
        "Of a closed load: what reports and SLOs call it. Default: stage 1 and so on."
    );

    private static readonly BenchShape Shape = new(Rate, Users, Over, Name);

    public static BenchKind<BenchStage> Kind { get; } =
        BenchKinds.Object(Shape, map => new BenchStage(map));
}
