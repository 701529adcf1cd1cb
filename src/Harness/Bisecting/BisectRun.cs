namespace GatewayBench;

/// <summary>
/// Looks for the commit that brought a regression: makes sure that there is one, judges candidates
/// beside the good commit, and measures the culprit beside its parent once more.
/// </summary>
/// <param name="commits">Says which commit is next.</param>
/// <param name="meter">Measures it.</param>
/// <param name="store">Keeps what there is so far, after every step: a process that dies loses one at most.</param>
/// <param name="tell">Told what is going on, a line each.</param>
internal sealed class BisectRun(
    IBisection commits,
    ICandidateMeter meter,
    Action<BisectRecord> store,
    Action<string> tell
)
{
    /// <param name="record">A new one.</param>
    /// <param name="stop">Ends it before its time: what was stored is kept.</param>
    /// <exception cref="CandidateFaultException">The bad commit does not build or start.</exception>
    /// <exception cref="RevisionBuildException">The good commit does not build.</exception>
    /// <exception cref="TargetStartException">The good commit does not start.</exception>
    /// <exception cref="TargetFaultException">The good commit can't go on.</exception>
    /// <exception cref="MachineFaultException">Too many pairs were lost to the machine.</exception>
    public async Task<BisectRecord> RunAsync(BisectRecord record, CancellationToken stop)
    {
        store(record);
        var metric = PairMetrics.Of(record.Metric);
        record = await PreflightAsync(record, metric, stop);
        if (record.Refusal is null)
        {
            record = await SearchAsync(record, metric, stop);
            record = await CheckAsync(record, metric, stop);
        }
        return Stored(record with { Partial = false });
    }

    private async Task<BisectRecord> PreflightAsync(
        BisectRecord record,
        PairedMetric metric,
        CancellationToken stop
    )
    {
        tell(
            $"does it reproduce? {BisectLines.Of(record.Bad)} beside {BisectLines.Of(record.Good)}"
        );
        var effects = await CompareAsync(metric, record.Good.Id, record.Bad.Id, stop);
        record = record with { Preflight = effects };
        return Stored(
            effects[0].Verdict == Verdict.Regressed
                ? record with
                {
                    Threshold = Math.Sqrt(effects[0].Ratio),
                }
                : record with
                {
                    Refusal =
                        $"the bad commit is not worse than the good one: {BisectLines.Of(effects[0])}",
                }
        );
    }

    private async Task<BisectRecord> SearchAsync(
        BisectRecord record,
        PairedMetric metric,
        CancellationToken stop
    )
    {
        var judge = new CandidateJudge(
            new StepRule(metric, record.Preflight[0].Ratio, record.AlphaOfStep),
            metric,
            meter
        );
        var position = await commits.StartAsync(record.Good.Id, record.Bad.Id, stop);
        while (position.Candidate is { } candidate)
        {
            var commit = await commits.ReadAsync(candidate, stop);
            tell(
                $"step {record.Steps.Count + 1} of about {record.StepsExpected}, {position.Suspects.Count} suspects: {BisectLines.Of(commit)}"
            );
            var step = await judge.JudgeAsync(record.Good.Id, commit, record.Preflight[0], stop);
            record = Stored(record with { Steps = [.. record.Steps, step] });
            tell(BisectLines.Of(step));
            position = await commits.MarkAsync(candidate, step.Mark, stop);
        }
        List<Commit> suspects = [];
        foreach (var suspect in position.Suspects)
        {
            suspects.Add(await commits.ReadAsync(suspect, stop));
        }
        return Stored(record with { Suspects = suspects });
    }

    private async Task<BisectRecord> CheckAsync(
        BisectRecord record,
        PairedMetric metric,
        CancellationToken stop
    )
    {
        if (record.Culprit is not { } culprit)
        {
            return record;
        }
        tell($"make sure: {BisectLines.Of(culprit)} beside its parent");
        try
        {
            return Stored(
                record with
                {
                    Check = await CompareAsync(metric, culprit.Parents[0], culprit.Id, stop),
                }
            );
        }
        // The search is done: what it found is worth more than a check that can't be had.
        catch (Exception e)
            when (e
                    is CandidateFaultException
                        or MachineFaultException
                        or RevisionBuildException
                        or TargetStartException
                        or TargetFaultException
            )
        {
            return record with { CheckFault = e.Message };
        }
    }

    /// <summary>By the rule of comparisons, to its end.</summary>
    private async Task<IReadOnlyList<BisectEffect>> CompareAsync(
        PairedMetric metric,
        string anchor,
        string candidate,
        CancellationToken stop
    )
    {
        var rule = VerdictRule.Standard;
        List<CandidatePair> pairs = [];
        await foreach (var pair in meter.PairsAsync(anchor, candidate, stop))
        {
            pairs.Add(pair);
            if (rule.Judge(metric, [.. pairs.Select(one => one.LogRatio)]).HasEnded)
            {
                return BisectEffect.Of(metric, pairs, 0.95, rule);
            }
        }
        throw MachineFaultException.NoMore(pairs.Count);
    }

    private BisectRecord Stored(BisectRecord record)
    {
        store(record);
        return record;
    }
}
