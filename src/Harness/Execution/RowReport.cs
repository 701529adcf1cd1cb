namespace GatewayBench;

/// <summary>Makes a row's result from what its recorders and the runner hold.</summary>
internal static class RowReport
{
    public static RowResult Of(Row row, RowRun run, MeasuredWindow window, UserLoop[] users)
    {
        var counts = run.Recorders.Sum();
        var fairness = Fairness.Of(
            [.. users.Select(user => user.Measured)],
            counts.Successes.GetStdDeviation() / counts.Successes.GetMean()
        );
        double? PerExchange(double? total) =>
            window.Completed > 0 ? total / window.Completed : null;
        return new RowResult
        {
            Name = row.Scenario.Name,
            Users = row.Load.Users,
            Transport = row.Target.Info.Transport,
            StartedAt = window.StartedAt,
            MeasuredSeconds = window.Measured.TotalSeconds,
            WarmUpSeconds = window.WarmUp.TotalSeconds,
            Settled = window.Settled,
            InFlightAtEnd = window.InFlightAtEnd,
            Successes = counts[Outcome.Success],
            SuccessesInTime = counts.SuccessesInTime,
            Errors = Outcomes
                .All.Where(outcome => outcome != Outcome.Success && counts[outcome] > 0)
                .ToDictionary(outcome => outcome, outcome => counts[outcome]),
            Expected = row.Scenario.Expected,
            Latency = counts.Successes,
            FailureLatency = counts.Failures,
            FirstByte = counts.FirstBytes,
            Bytes = counts.Bytes,
            Clamped = counts.Clamped,
            CpuMicrosecondsPerRequest = PerExchange(window.Usage?.Cpu.TotalMicroseconds),
            AllocatedBytesPerRequest = PerExchange(window.Usage?.AllocatedBytes),
            Fairness = fairness,
            Checks =
            [
                .. row.Scenario.Checks.Select(
                    (check, i) =>
                        new CheckResult(
                            check.Name,
                            counts.CheckPasses(i),
                            counts.CheckPasses(i) + counts.CheckFailures[i]
                        )
                ),
            ],
            Samples = Outcomes
                .All.Where(outcome => run.Samples[outcome] is not null)
                .ToDictionary(outcome => outcome, outcome => run.Samples[outcome]!),
            Invalid = [.. Gates.Failed(fairness, window)],
        };
    }

    /// <summary>The result of a row whose first exchange failed: that one error and nothing else.</summary>
    public static RowResult NotLoaded(Row row, RowRun run, Hit failure) =>
        Of(row, run, new MeasuredWindow { StartedAt = run.Clock.GetUtcNow() }, []) with
        {
            Errors = new Dictionary<Outcome, long> { [failure.Outcome] = 1 },
            Invalid = ["not loaded: the first exchange failed"],
        };
}
