namespace GatewayBench;

/// <summary>Runs loads and reports what they measured.</summary>
public static partial class LoadRunner
{
    /// <summary>Runs one scenario against one target.</summary>
    /// <inheritdoc cref="RunAsync(IReadOnlyList{Row}, RunOptions, CancellationToken)" />
    public static Task<LoadResult> RunAsync(
        ITarget target,
        Scenario scenario,
        Load load,
        RunOptions? options = null,
        CancellationToken cancellationToken = default
    ) => RunAsync([new Row(target, scenario, load)], options ?? new(), cancellationToken);

    /// <summary>Runs rows one after the other, then writes the reports.</summary>
    /// <returns>The result; after a cancellation or Ctrl-C what was measured so far, marked partial.</returns>
    /// <exception cref="TargetStartException">A target could not be started.</exception>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="InvalidOperationException">A row can't be run at the time scale.</exception>
    /// <exception cref="SettingException">The users of a row need more descriptors than there are.</exception>
    /// <exception cref="ScenarioException">A scenario's own code failed.</exception>
    /// <exception cref="SloException">An SLO asks for what no row measures.</exception>
    /// <exception cref="ReportException">A report can't be written; the console report is out.</exception>
    /// <exception cref="UnoptimisedCodeException">Something to be measured was built without optimisation.</exception>
    /// <exception cref="TargetFaultException">A target called a host that is not allowed. What was measured before is reported.</exception>
    public static Task<LoadResult> RunAsync(
        IReadOnlyList<Row> rows,
        RunOptions options,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfZero(rows.Count);
        return RunAsync(new KnownRows(rows), options, cancellationToken);
    }

    private static async Task<LoadResult> RunAsync(
        RowPlan plan,
        RunOptions options,
        CancellationToken cancellationToken
    )
    {
        options.Validate();
        var slos = new SloSet(options.Slos);
        slos.Require([.. plan.Known.Select(row => SloShape.Of(Prepared(row)))]);

        using var machine = options.Exclusive
            ? await LoadLock.AcquireAsync(options, cancellationToken)
            : null;
        using var interruption = new Interruption(options.StopOnInterrupt, cancellationToken);
        var stop = interruption.Token;
        var started = options.Clock.GetUtcNow();
        var reports = Reports.Open(options, started);
        var done = new List<RowResult>();
        var rows = new List<Row>();
        double? loopScore = options.Calibrate ? CalibrationLoop.Score() : null;
        var calibrations = options.Calibrate ? new Calibrations(options, stop) : null;
        try
        {
            while (
                !stop.IsCancellationRequested
                && !(plan.EndsWithAborts && done.Any(row => row.AbortedBy is not null))
                && plan.Next(done) is { } next
            )
            {
                var row = Prepared(next);
                rows.Add(row);
                options.Progress?.Invoke(
                    $"row {rows.Count} of {plan.Count}: {row.Scenario.Name}, {row.LoadName}"
                );
                var feed = new LiveFeed(row, options, rows.Count, plan.Most);
                var runner = new RowRunner(row, options, stop, feed, slos);
                if (await runner.RunAsync(calibrations) is not { } measured)
                {
                    break;
                }
                var result = measured with { Slos = slos.Judge(measured, options.TimeScale) };
                done.Add(
                    result with
                    {
                        Diagnosis = Diagnostician.Of(result, DiagnosisFacts.Of(row.Target.Info)),
                        Drifts = DriftWatch.Of(
                            result,
                            DiagnosisFacts.Of(row.Target.Info),
                            row.Load
                        ),
                        // Scaled time makes rates that there are nowhere else.
                        Capacity =
                            options.TimeScale == 1
                                ? CapacityEstimator.Of(result, options.Slos)
                                : null,
                    }
                );
                if (!stop.IsCancellationRequested)
                {
                    reports.Store(Result(partial: true));
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Ended from outside: what was measured is reported below.
        }
        catch when (done.Count > 0)
        {
            FinishQuietly();
            throw;
        }
        var final = Result(stop.IsCancellationRequested);
        reports.Finish(final);
        return final;

        // What a reply must hold depends on who stands behind the target.
        Row Prepared(Row row) =>
            TimeScaling.Of(row, options.TimeScale) with
            {
                Scenario = row.Scenario.For(row.Target.Provider),
            };

        LoadResult Result(bool partial)
        {
            var infos = rows.Take(done.Count).Select(row => row.Target.Info).ToList();
            List<TargetInfo> targets = [.. infos.DistinctBy(Identity)];
            return new()
            {
                SchemaVersion = LoadResult.CurrentSchemaVersion,
                Name = options.Name,
                Hypothesis = options.Hypothesis,
                Watch = options.Watch,
                Profile = options.Profile,
                TimeScale = options.TimeScale,
                ExpectedPeak = options.ExpectedPeak,
                Breakpoint = Found(),
                StartedAt = started,
                Seed = options.Seed,
                Machine = MachineInfo.Read() with { LoopScore = loopScore },
                Targets = targets,
                Settings = SettingsInForce.Of(rows, targets, options),
                Command = options.Command,
                Partial = partial,
                Rows =
                [
                    .. done.Zip(
                        infos,
                        (row, info) =>
                            row with
                            {
                                Target = targets.FindIndex(target =>
                                    Identity(target) == Identity(info)
                                ),
                            }
                    ),
                ],
            };
        }

        // Scaled time makes rates that there are nowhere else.
        BreakpointResult? Found() =>
            plan.Breakpoint(done) is { } found
                ? found with
                {
                    Capacity =
                        options.TimeScale == 1 ? CapacityEstimator.OfSteps(done, found) : null,
                }
                : null;

        // The failure that ended the run is the one to tell of, not that of its report.
        void FinishQuietly()
        {
            try
            {
                reports.Finish(Result(partial: true));
            }
            catch (ReportException e)
            {
                options.Output?.Invoke(e.Message);
            }
        }
    }

    private static (string, string, string, string?, string, string) Identity(TargetInfo target) =>
        (
            target.Name,
            target.Transport,
            target.Hosting,
            target.Commit,
            string.Join('\n', target.Settings),
            string.Join('\n', target.ProviderOptions ?? [])
        );
}
