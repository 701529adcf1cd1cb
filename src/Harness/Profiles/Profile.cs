namespace GatewayBench;

/// <summary>
/// A ready-made experiment: what it is for, the load, what is expected of it and what to look at.
/// <c>docs/profiles.md</c> has them all.
/// </summary>
public sealed partial record Profile
{
    private Profile(string name, params IReadOnlyList<ClosedLoad> loads) =>
        (Name, Loads) = (name, loads);

    /// <summary>Such as <c>ramp</c>.</summary>
    public string Name { get; }

    /// <summary>What it is for.</summary>
    public required string Purpose { get; init; }

    /// <summary>What is expected.</summary>
    public required string Hypothesis { get; init; }

    /// <summary>What it is judged by where a run gives no SLOs of its own.</summary>
    public IReadOnlyList<Slo> Slos { get; init; } = [Slo.Parse("errors<1%"), Slo.Parse("p95<3s")];

    /// <summary>What to look at.</summary>
    public IReadOnlyList<string> Watch { get; init; } = [];

    /// <summary>
    /// One row after the other. A breakpoint is searched instead, by steps as long as the only one
    /// here, from its users on.
    /// </summary>
    public IReadOnlyList<ClosedLoad> Loads { get; private init; }

    /// <summary>The most users that a search for the breakpoint goes to; null for profiles of known rows.</summary>
    public int? SearchedTo { get; private init; }

    /// <summary>Users at the expected peak, if a bench file or command line said so.</summary>
    internal int? ExpectedPeak { get; init; }

    /// <summary>The measured time of all rows, warm-ups excluded; of a search at most so much.</summary>
    public TimeSpan Duration =>
        SearchedTo is { } most ? Lasts * BreakpointSearch.MostSteps(Loads[0].Users, most) : Lasts;

    /// <summary>What <see cref="Lasting"/> sets: the measured time of all rows, or of each step of a search.</summary>
    internal TimeSpan Lasts => TimeSpan.FromTicks(Loads.Sum(load => load.Duration.Ticks));

    /// <summary>The same profile in another time, each part of it in its share.</summary>
    /// <param name="duration">
    /// The measured time of all rows together; of a search, which takes as many steps as it needs, that
    /// of each step.
    /// </param>
    public Profile Lasting(TimeSpan duration) =>
        this with
        {
            Loads =
            [
                .. Loads.Select(load =>
                    (ClosedLoad)load.Lasting(load.Duration * (duration / Lasts))
                ),
            ],
        };

    private static Slo[] Limits(params IReadOnlyList<string> slos) => [.. slos.Select(Slo.Parse)];

    private static TimeSpan Time(string text) => GatewayBench.Duration.Parse(text);

    private static int Peak(int expectedPeak, int most = 20_000) =>
        expectedPeak >= 1 && expectedPeak <= most
            ? expectedPeak
            : throw InvalidOption.Exception(nameof(expectedPeak), expectedPeak, $"1 to {most:#,0}");
}
