using GatewayBench.Support;

namespace GatewayBench.Tests.Execution;

/// <summary>Runs a load on a manual clock, step by step, each only after the last one's work is done.</summary>
internal static class ClockedRun
{
    /// <param name="load">What is run; without a warm-up.</param>
    /// <param name="clock">What it is timed by.</param>
    /// <param name="target">What it is run against.</param>
    /// <param name="step">How far the clock moves at once.</param>
    /// <param name="sentBy">How many requests are sent by a time since the first one.</param>
    /// <param name="options">Default: those of <see cref="Runs"/>.</param>
    /// <param name="scenario">Default: a GET request.</param>
    public static async Task<RowResult> RunAsync(
        Load load,
        ManualTimeProvider clock,
        ClockedTarget target,
        TimeSpan step,
        Func<TimeSpan, int> sentBy,
        RunOptions? options = null,
        Scenario? scenario = null
    )
    {
        var stop = TestContext.Current.CancellationToken;
        var run = LoadRunner.RunAsync(
            target,
            scenario ?? Runs.Get,
            load,
            (options ?? Runs.Options) with
            {
                Clock = clock,
            },
            stop
        );
        // An open load has told the time of its first hit once the pacer and the runner sleep.
        while (target.Received == 0 && clock.PendingTimers < 2)
        {
            await Task.Delay(1, stop);
        }
        clock.Advance(load is OpenLoad ? OpenGenerator.ShortNotice : TimeSpan.Zero);
        var first = clock.GetUtcNow();
        while (!run.IsCompleted)
        {
            var sent = sentBy(clock.GetUtcNow() - first);
            while (target.Received < sent && !run.IsCompleted)
            {
                await Task.Delay(1, stop);
            }
            clock.Advance(step);
            await Task.Yield();
        }
        return Assert.Single((await run).Rows);
    }
}
