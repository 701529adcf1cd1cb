using System.Runtime.CompilerServices;

namespace GatewayBench;

/// <summary>A step that is counted as a part of something larger.</summary>
internal sealed class PartStep(PartRun part, IStep step) : IStep
{
    public ReadOnlySpan<long> Metrics => step.Metrics;

    public StreamFigures? Stream => step.Stream;

    public Asked Asked => step.Asked;

    public Delay? Pause => step.Pause;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<Hit> RunAsync(long intended, HitId id)
    {
        id = id with { Part = part.Index };
        var hit = await step.RunAsync(intended, id);
        part.Count(hit, id, step);
        // The check is one of this part's, and means nothing to the whole.
        return hit with { FailedCheck = ScenarioCode.NoCheck };
    }

    public void Rest() => step.Rest();

    public ValueTask DisposeAsync() => step.DisposeAsync();
}
