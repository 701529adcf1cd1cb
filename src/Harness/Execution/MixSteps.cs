namespace GatewayBench;

/// <summary>One branch each time.</summary>
internal sealed class MixSteps(PartRun run, MixForm mix, IStep[] branches) : IStep
{
    private int _last;

    public ReadOnlySpan<long> Metrics => [];

    public Delay? Pause => branches[_last].Pause ?? run.Scenario.Pause;

    public ValueTask<Hit> RunAsync(long intended, HitId id)
    {
        _last = mix.Pick(run.Draw(id));
        return branches[_last].RunAsync(intended, id);
    }

    public void Rest() => branches[_last].Rest();

    public ValueTask DisposeAsync() => branches.DisposeAllAsync();
}
