namespace GatewayBench;

/// <summary>The keys of a bench file's load.</summary>
internal static class LoadKeys
{
    public static readonly BenchKey<int> Users = new(
        "users",
        BenchKinds.Integer(0, 20_000),
        "Closed load: users who each wait for their own answer; with stages, at the start."
    );

    public static readonly BenchKey<string> Profile = new(
        "profile",
        BenchKinds.Choice(ProfileNames.All),
        "A ready-made closed load with what is expected of it: see docs/profiles.md."
    );

    public static readonly BenchKey<int> ExpectedPeak = new(
        "expectedPeak",
        BenchKinds.Integer(1, 20_000),
        "Of a profile: users at the expected peak. Default: the profile's."
    );

    public static readonly BenchKey<double> UsersPerSecond = new(
        "usersPerSecond",
        BenchKinds.Number(0.001, 100_000),
        "How many of the users start in a second. Default: all at once."
    );

    public static readonly BenchKey<Delay> ThinkTime = new(
        "thinkTime",
        BenchKinds.ThinkTime,
        "How long a user pauses after each iteration. Default: not at all, or as the scenario says."
    );

    public static readonly BenchKey<double> Rate = new(
        "rate",
        BenchKinds.Number(0, 1_000_000),
        "Open load: arrivals per second, which wait for nobody; with stages, at the start."
    );

    public static readonly BenchKey<IReadOnlyList<BenchStage>> Stages = new(
        "stages",
        BenchKinds.List("a list of stages with rate or users, and over", StageKeys.Kind),
        "Rates, or numbers of users, that follow each other. They say how long the load lasts."
    );

    public static readonly BenchKey<string> Arrivals = new(
        "arrivals",
        BenchKinds.Choice("constant", "poisson", "gamma"),
        "How arrivals scatter. Default: constant."
    );

    public static readonly BenchKey<double> Burstiness = new(
        "burstiness",
        BenchKinds.Number(0.05, 100),
        "Of gamma arrivals: 1 is poisson, below is burstier, above smoother."
    );

    public static readonly BenchKey<string> Trace = new(
        "trace",
        BenchKinds.Text,
        "Open load: a file of arrivals as recorded, a timestamp in a line."
    );

    public static readonly BenchKey<int> MaxInFlight = new(
        "maxInFlight",
        BenchKinds.Integer(1, 65_536),
        "Of an open load: hits in flight at the same time. Default: 4096."
    );

    public static readonly BenchKey<TimeSpan> Duration = new(
        "duration",
        BenchKinds.Duration(TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(24)),
        "The measured time. Default: 5s."
    );

    public static readonly BenchShape Shape = new(
        Users,
        Profile,
        ExpectedPeak,
        UsersPerSecond,
        ThinkTime,
        Rate,
        Stages,
        Arrivals,
        Burstiness,
        Trace,
        MaxInFlight,
        Duration
    );
}
