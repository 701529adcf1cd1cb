using GatewayBench.Tests.Reporting;

namespace GatewayBench.Tests.Baselines;

/// <summary>Made-up results as a machine would store them, day by day.</summary>
internal static class Runs
{
    public const string OldCommit = "1111111111111111111111111111111111111111";
    public const string NewCommit = "2222222222222222222222222222222222222222";

    public static readonly MachineInfo Machine = Results.Of().Machine with
    {
        OperatingSystem = "Debian GNU/Linux 12 (bookworm)",
        Runtime = ".NET 10.0.4",
        LoopScore = 400,
        Facts = new Dictionary<string, string>
        {
            ["threads per core"] = "2",
            ["virtual machine"] = "no",
            ["CPU quota"] = "none",
            ["runtime settings"] = "none",
            ["kernel"] = "6.1.0-28",
        },
    };

    /// <summary>A run of one closed row, of five seconds.</summary>
    /// <param name="rate">Successes per second.</param>
    /// <param name="day">Of January 2026.</param>
    /// <param name="commit">Null for unknown.</param>
    /// <param name="name">Of the row.</param>
    /// <param name="users">Of the row.</param>
    public static LoadResult Of(
        double rate,
        int day = 2,
        string? commit = OldCommit,
        string name = "GET /health",
        int users = 32
    )
    {
        var result = Results.Of(
            Results.Row(name, users) with
            {
                SuccessesInTime = (long)(rate * 5),
                Target = 0,
            }
        );
        return result with
        {
            StartedAt = new DateTimeOffset(2026, 1, day, 3, 4, 5, TimeSpan.Zero),
            Machine = Machine,
            Targets = [result.Targets[0] with { Commit = commit, Optimised = true }],
        };
    }

    /// <summary>With some of its row different.</summary>
    public static LoadResult With(this LoadResult result, Func<RowResult, RowResult> change) =>
        result with
        {
            Rows = [.. result.Rows.Select(change)],
        };

    /// <summary>The baselines that results make together.</summary>
    public static MachineBaselines Recorded(params LoadResult[] results) =>
        results
            .Select(result => BaselineRecorder.Take(result).Baseline!)
            .Aggregate(
                MachineBaselines.Empty(Fingerprint.Of(results[0].Machine)),
                (machine, baseline) => machine.With(baseline)
            );
}
