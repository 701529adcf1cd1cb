namespace GatewayBench;

/// <summary>One branch each time.</summary>
internal sealed class MixSteps(PartRun run, MixForm mix, IStep[] branches) : IStep
{
    private int _last;

    public ReadOnlySpan<long> Metrics => [];

    public Delay? Pause => branches[_last].Pause ?? run.Scenario.Pause;

    public ValueTask<Hit> RunAsync(long intended, HitId id)
    {
        if (id.Phase == HitPhase.FirstCheck)
        {
            return CheckAllAsync(intended, id);
        }
        _last = mix.Pick(run.Draw(id));
        return branches[_last].RunAsync(intended, id);
    }

    /// <summary>Of all: the check before the load, and the next draw, leave more than one to rest.</summary>
    public void Rest() => Array.ForEach(branches, branch => branch.Rest());

    public ValueTask DisposeAsync() => branches.DisposeAllAsync();

    /// <summary>A mistake in a rare branch is to show before the load too.</summary>
    private async ValueTask<Hit> CheckAllAsync(long intended, HitId id)
    {
        for (_last = 0; ; _last++)
        {
            var hit = await branches[_last].RunAsync(intended, id);
            var isTolerable =
                hit.Outcome == Outcome.Success || run.Scenario.Expected.Contains(hit.Outcome);
            if (!isTolerable || _last == branches.Length - 1)
            {
                return hit;
            }
        }
    }
}
