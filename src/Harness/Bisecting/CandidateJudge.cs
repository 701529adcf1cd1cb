namespace GatewayBench;

/// <summary>Judges one candidate beside the good commit, both measured now.</summary>
/// <param name="rule">Says when it is sure.</param>
/// <param name="metric">What decides.</param>
/// <param name="meter">Measures pairs.</param>
internal sealed class CandidateJudge(StepRule rule, PairedMetric metric, ICandidateMeter meter)
{
    /// <param name="good">The anchor.</param>
    /// <param name="candidate">What is judged.</param>
    /// <param name="bad">The effect that was found before the search; null where only its size is known.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="MachineFaultException">Pairs can't be measured any more.</exception>
    public async Task<BisectStep> JudgeAsync(
        string good,
        Commit candidate,
        BisectEffect? bad,
        CancellationToken stop
    )
    {
        List<CandidatePair> pairs = [];
        try
        {
            var mark = await MeasureAsync(good, candidate.Id, pairs, stop);
            var effects = BisectEffect.Of(metric, pairs, rule.Level, rule: null);
            return new BisectStep(
                candidate,
                mark,
                mark == BisectMark.Skip ? $"undecided after {pairs.Count} pairs" : null,
                effects,
                bad is not null && effects[0].Excludes(1) && effects[0].Excludes(bad)
            );
        }
        catch (CandidateFaultException e)
        {
            return new BisectStep(candidate, BisectMark.Skip, e.Message, [], IsPartial: false);
        }
    }

    private async Task<BisectMark> MeasureAsync(
        string good,
        string candidate,
        List<CandidatePair> pairs,
        CancellationToken stop
    )
    {
        await foreach (var pair in meter.PairsAsync(good, candidate, stop))
        {
            pairs.Add(pair);
            if (rule.Judge([.. pairs.Select(one => one.LogRatio)]) is { } mark)
            {
                return mark;
            }
        }
        throw MachineFaultException.NoMore(pairs.Count);
    }
}
