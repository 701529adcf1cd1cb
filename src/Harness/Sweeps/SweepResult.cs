using System.Text.Json.Serialization;

namespace GatewayBench;

/// <summary>What a gateway did with each value of its settings: the stored form, <c>sweep.json</c>.</summary>
internal sealed record SweepResult
{
    public const int CurrentSchemaVersion = 1;

    public const string FileName = "sweep.json";

    /// <summary>The version of this form; additions don't raise it.</summary>
    public required int SchemaVersion { get; init; }

    /// <summary>What the experiment is called.</summary>
    public required string Name { get; init; }

    /// <summary>What it was to show, in words; null where nobody said.</summary>
    public string? Hypothesis { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The machine that measured.</summary>
    public required MachineInfo Machine { get; init; }

    /// <summary>A SHA-256 of the bench file and of the settings that all have: of all that is not varied.</summary>
    public required string Bench { get; init; }

    /// <summary>The same for the same build of the gateway; null in sweeps that were stored before it was.</summary>
    public string? Build { get; init; }

    /// <summary>Of all draws.</summary>
    public required ulong Seed { get; init; }

    /// <summary>How often each point is measured.</summary>
    public required int Rounds { get; init; }

    /// <summary>What is tried.</summary>
    public required IReadOnlyList<SweepPoint> Points { get; init; }

    /// <summary>The point that the gateway is configured with now; null where it is none, or nobody says.</summary>
    public int? Configured { get; init; }

    /// <summary>What was measured, in its order.</summary>
    public IReadOnlyList<SweepRun> Runs { get; init; } = [];

    /// <summary>What to do; null until all is measured.</summary>
    public SweepRecommendation? Recommendation { get; init; }

    /// <summary>Whether something is still to be measured.</summary>
    [JsonIgnore]
    public bool IsPartial => Runs.Count < Rounds * Points.Count;

    /// <summary>Rounds of which each run may be used.</summary>
    [JsonIgnore]
    public int[] WholeRounds =>
        [
            .. Runs.GroupBy(run => run.Round)
                .Where(round =>
                    round.Count() == Points.Count && round.All(run => run.Invalid.Count == 0)
                )
                .Select(round => round.Key)
                .Order(),
        ];

    /// <summary>What is to be measured yet, in its order.</summary>
    [JsonIgnore]
    public IEnumerable<(int Round, int Point)> Left =>
        from round in Enumerable.Range(0, Rounds)
        from point in SweepGrid.Order(Seed, round, Points.Count)
        where !Runs.Any(run => run.Round == round && run.Point == point)
        select (round, point);

    /// <summary>A figure of a point in each of the whole rounds.</summary>
    public double?[] Of(int point, Func<SweepFigures, double?> figure) =>
        [
            .. WholeRounds.Select(round =>
                figure(Runs.First(run => run.Round == round && run.Point == point).Figures)
            ),
        ];

    /// <summary>The same to be shown: where no round is whole, of all runs that there are.</summary>
    public double?[] Shown(int point, Func<SweepFigures, double?> figure) =>
        WholeRounds.Length > 0
            ? Of(point, figure)
            : [.. Runs.Where(run => run.Point == point).Select(run => figure(run.Figures))];
}
