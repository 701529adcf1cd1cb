using System.Runtime.CompilerServices;

namespace GatewayBench;

/// <summary>One exchange again and again, until its reply says that something is over.</summary>
internal sealed class UntilStep(PartRun run, UntilForm form, User user, IStep poll) : IStep
{
    public ReadOnlySpan<long> Metrics => [];

    public Delay? Pause => poll.Pause ?? run.Scenario.Pause;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<Hit> RunAsync(long intended, HitId id)
    {
        var whole = new HitSum(intended);
        var (due, started) = (intended, run.Clock.GetTimestamp());
        for (var number = 0; ; number++)
        {
            var hit = await poll.RunAsync(due, id with { Repeat = number });
            whole.Add(hit, due);
            if (hit.Outcome != Outcome.Success || ScenarioCode.IsDone(run.Scenario, form, user))
            {
                return whole.Whole;
            }
            var left = run.Timeout - run.Clock.GetElapsedTime(started);
            if (left > TimeSpan.Zero)
            {
                await run.Pauses.WaitAsync(left < form.Every ? left : form.Every, run.Cancelled);
            }
            due = run.Clock.GetTimestamp();
            if (run.Cancelled.IsCancellationRequested)
            {
                whole.End(Outcome.Cancelled, due);
                return whole.Whole;
            }
            if (run.Clock.GetElapsedTime(started) >= run.Timeout)
            {
                run.Samples.Keep(Outcome.Timeout, $"not done after {number + 1} exchanges");
                whole.End(Outcome.Timeout, due);
                return whole.Whole;
            }
        }
    }

    public void Rest() => poll.Rest();

    public ValueTask DisposeAsync() => poll.DisposeAsync();
}
