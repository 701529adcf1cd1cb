namespace GatewayBench;

/// <summary>Makes a row's result from what its recorders and the runner hold.</summary>
internal static class RowReport
{
    public static RowResult Of(
        Row row,
        RowRun run,
        MeasuredWindow window,
        GeneratorFigures figures,
        CalibrationFigures calibration = default
    )
    {
        var counts = run.Recorders.Sum();
        var trust = TrustOf.Row(row, counts, window, figures, calibration);
        var open = figures.Offered is { } offered
            ? new OpenResult(
                offered,
                counts.SentInTime,
                figures.Unsent,
                counts.ScheduleLag,
                figures.PeakInFlight ?? 0,
                figures.PacerCpu / window.Measured
            )
            : null;
        double? PerExchange(double? total) =>
            window.Completed > 0 ? total / window.Completed : null;
        return new RowResult
        {
            Name = row.Scenario.Name,
            Load = row.LoadName,
            Users = (row.Load as ClosedLoad)?.Users,
            Transport = row.Target.Info.Transport,
            ComparedTo = row.ComparedTo,
            StartedAt = window.StartedAt,
            MeasuredSeconds = window.Measured.TotalSeconds,
            WarmUpSeconds = window.WarmUp.TotalSeconds,
            Settled = window.Settled,
            InFlightAtEnd = window.InFlightAtEnd,
            Successes = counts[Outcome.Success],
            SuccessesInTime = counts.SuccessesInTime,
            Errors = counts.Errors(),
            Statuses = counts.Statuses.Result(),
            Expected = row.Scenario.Expected,
            Latency = counts.Successes.Latency,
            FailureLatency = counts.Failures.Latency,
            ServiceTime = counts.Successes.ServiceTime,
            FailureServiceTime = counts.Failures.ServiceTime,
            FirstByte = counts.FirstBytes,
            Streams = counts.StreamsOf(row.Scenario),
            Breakdown = counts.Causes?.Result(run.Whole.PromptClasses),
            Waits = RowWaits.Of(
                window.Timeline,
                window.Series,
                row.Target.Info.Hosting == "inprocess" ? window.Resources : window.GatewayResources
            ),
            Open = open,
            Stages = window.Stages.Results(window.Measured),
            Recovery = SpikeRecovery.Of(row.Load, window.Timeline),
            AbortedBy = window.AbortedBy,
            Timeline = window.Timeline,
            FirstErrors = FirstErrors.Of(
                counts,
                intended => run.Clock.GetElapsedTime(window.From, intended).TotalSeconds,
                window.Timeline
            ),
            Slowest = new SlowHits(run, window.From, window.Pauses).All(),
            Resources = window.Resources,
            GatewayResources = window.GatewayResources,
            Provider = window.Provider,
            Series = window.Series,
            Breakers = BreakerStories.Of(window.Series, window.Timeline),
            Metrics = counts.MetricResults(row.Scenario.Metrics),
            Bytes = counts.Bytes,
            Clamped = counts.Clamped,
            CpuMicrosecondsPerRequest = PerExchange(window.Usage?.Cpu.TotalMicroseconds),
            AllocatedBytesPerRequest = window
                .Resources.Concat(window.GatewayResources)
                .Any(slice => slice.AllocatedBytesPerSecond is null)
                ? null
                : PerExchange(window.Usage?.AllocatedBytes),
            Trust = trust,
            Checks = counts.Checks(row.Scenario.Checks),
            Samples = run.Samples.All(),
            Parts = PartReport.Of(run.Whole),
            Invalid = [.. Gates.Failed(trust, open)],
        };
    }

    /// <summary>The result of a row whose first exchange failed: that one error and nothing else.</summary>
    public static RowResult NotLoaded(Row row, RowRun run, MeasuredWindow window, Hit failure)
    {
        var statuses = new StatusCells();
        statuses.Add(failure.Status);
        return Of(row, run, window, new GeneratorFigures()) with
        {
            StartedAt = run.Clock.GetUtcNow(),
            Errors = new Dictionary<Outcome, long> { [failure.Outcome] = 1 },
            Statuses = statuses.Result(),
            Invalid = ["not loaded: the first exchange failed"],
        };
    }
}
