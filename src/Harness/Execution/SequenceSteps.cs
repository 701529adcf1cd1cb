using System.Runtime.CompilerServices;

namespace GatewayBench;

/// <summary>One step after the other, until one fails.</summary>
internal sealed class SequenceSteps(PartRun run, User user, IStep[] steps) : IStep
{
    private int _last;

    public ReadOnlySpan<long> Metrics => [];

    public Delay? Pause => steps[_last].Pause ?? run.Scenario.Pause;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<Hit> RunAsync(long intended, HitId id)
    {
        var whole = new HitSum(intended);
        var due = intended;
        for (_last = 0; ; _last++)
        {
            var hit = await steps[_last].RunAsync(due, id);
            whole.Add(hit, due);
            if (hit.Outcome != Outcome.Success || _last == steps.Length - 1)
            {
                return whole.Whole;
            }
            due = hit.Ended;
            if (steps[_last].Pause is { } pause)
            {
                await run.Pauses.ThinkAsync(user, this, pause, run.Cancelled);
                due = run.Clock.GetTimestamp();
                whole.Pause(due - hit.Ended);
                if (run.Cancelled.IsCancellationRequested)
                {
                    whole.End(Outcome.Cancelled, due);
                    return whole.Whole;
                }
            }
        }
    }

    public void Rest() => Array.ForEach(steps, step => step.Rest());

    public ValueTask DisposeAsync() => steps.DisposeAllAsync();
}
