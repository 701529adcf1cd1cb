using GatewayBench.Tests.Pairs;

namespace GatewayBench.Tests.Sweeps;

/// <summary>Made-up sweeps of <c>Breaker:Ratio</c> with three values.</summary>
internal static class Sweep
{
    public static readonly SweepAxis Axis = new("Breaker:Ratio", ["0.1", "0.5", "0.9"]);

    /// <param name="figures">Of a value, by its number, in a round.</param>
    /// <param name="rounds">How many.</param>
    public static SweepResult Of(Func<int, int, SweepFigures> figures, int rounds = 3) =>
        new()
        {
            SchemaVersion = SweepResult.CurrentSchemaVersion,
            Name = "breaker",
            StartedAt = DateTimeOffset.UnixEpoch,
            Machine = Comparisons.New().Machine,
            Bench = "00",
            Seed = 42,
            Rounds = rounds,
            Points = SweepGrid.Points([Axis]),
            Runs =
            [
                .. from round in Enumerable.Range(0, rounds)
                from point in Enumerable.Range(0, 3)
                select new SweepRun(
                    round,
                    point,
                    $"{round + 1}-{point + 1}",
                    figures(point, round),
                    []
                ),
            ],
        };

    /// <summary>With a little noise that all values of a round share.</summary>
    public static SweepFigures Figures(
        int round,
        double errors = 0.02,
        double p99 = 100_000,
        double attempts = 1.1,
        int held = 1
    ) =>
        new()
        {
            Rate = 60,
            Errors = errors + 0.0001 * round,
            P99Microseconds = p99 * (1 + 0.1 * round),
            Attempts = attempts,
            BreakerOpenSeconds = 2,
            FailingSeconds = 4,
            Held = held,
            Slos = 1,
        };
}
