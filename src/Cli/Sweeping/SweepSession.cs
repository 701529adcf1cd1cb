using System.Globalization;

namespace GatewayBench.Cli;

/// <summary>A sweep from its first run, or the next one, to its reports.</summary>
/// <param name="bench">What the bench file says.</param>
/// <param name="target">The gateway's build, with what all runs have.</param>
/// <param name="folder">Where its files are.</param>
/// <param name="output">Where the report is printed.</param>
/// <param name="error">Where progress is told.</param>
internal sealed class SweepSession(
    BenchPlan bench,
    BenchTarget target,
    string folder,
    TextWriter output,
    TextWriter error
)
{
    /// <summary>Measures what is left, and reports, also what a Ctrl-C or a failure left.</summary>
    public async Task<SweepResult> RunAsync(SweepResult sweep, CancellationToken stop)
    {
        using var machine = await LoadLock.AcquireAsync(
            LoadLock.DefaultPath,
            sweep.Name,
            TimeProvider.System,
            error.WriteLine,
            stop
        );
        try
        {
            foreach (var (round, point) in sweep.Left.ToArray())
            {
                await error.WriteLineAsync(
                    $"run {sweep.Runs.Count + 1} of {sweep.Rounds * sweep.Points.Count}: {sweep.Points[point].Title}"
                );
                if (await MeasureAsync(sweep, round, point, stop) is not { } run)
                {
                    break;
                }
                sweep = sweep with { Runs = [.. sweep.Runs, run] };
                SweepFile.Write(folder, sweep);
            }
            return sweep = sweep.IsPartial
                ? sweep
                : sweep with
                {
                    Recommendation = SweepJudge.Of(sweep),
                };
        }
        finally
        {
            Report(sweep);
        }
    }

    /// <returns>Null if it was cancelled.</returns>
    private async Task<SweepRun?> MeasureAsync(
        SweepResult sweep,
        int round,
        int point,
        CancellationToken stop
    )
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{round + 1}-{point + 1}");
        await using var targets = await BenchTargets.StartAsync(
            new HostedPlan(
                target with
                {
                    Settings =
                    [
                        .. target.Settings,
                        .. sweep
                            .Points[point]
                            .Settings.Select(one => new BenchSetting(
                                one.Key,
                                one.Value,
                                IsSecret: false
                            )),
                    ],
                },
                bench.Provider
            ),
            new LoadSettings(),
            connections => connections,
            bench.TimeScale ?? 1,
            error.WriteLine,
            stop
        );
        var scenario = bench.Load.ThinkTime is { } pause
            ? bench.Scenario.ThinkTime(pause)
            : bench.Scenario;
        var result = await LoadRunner.RunAsync(
            targets.Target,
            scenario,
            bench.Load.Load,
            Options(sweep, round, Path.Combine(folder, name)),
            stop
        );
        return result.Partial
            ? null
            : new SweepRun(
                round,
                point,
                name,
                SweepFigures.Of(result.Rows),
                [
                    .. result
                        .Rows.SelectMany(row => row.Invalid)
                        // Of a value that fails most calls, that is the finding; it has no p99.
                        .Where(why => !why.StartsWith(RunGates.TooFew, StringComparison.Ordinal)),
                ]
            );
    }

    /// <summary>All values of a round meet the same draws.</summary>
    private RunOptions Options(SweepResult sweep, int round, string parent)
    {
        var defaults = new RunOptions();
        return defaults with
        {
            Name = sweep.Name,
            Seed = sweep.Seed + (ulong)round,
            WarmUpCap = bench.WarmUp ?? defaults.WarmUpCap,
            ExchangeTimeout = bench.ExchangeTimeout ?? defaults.ExchangeTimeout,
            TimeScale = bench.TimeScale ?? 1,
            Slos = bench.Slos,
            Prompts = bench.Prompts,
            Secrets = bench.Secrets,
            Hypothesis = bench.Hypothesis,
            OutputDirectory = parent,
            // The lock is held for all of them, and Ctrl-C ends them by the token.
            Exclusive = false,
            StopOnInterrupt = false,
        };
    }

    private void Report(SweepResult sweep)
    {
        if (sweep.Runs.Count == 0)
        {
            return;
        }
        SweepFile.Write(folder, sweep);
        foreach (var line in ConsoleReport.Lines(SweepPage.Of(sweep)))
        {
            output.WriteLine(line);
        }
        output.WriteLine();
        output.WriteLine($"Report  {Path.Combine(folder, "report.html")}");
    }
}
