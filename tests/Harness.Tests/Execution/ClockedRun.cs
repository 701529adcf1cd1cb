using GatewayBench.Support;

namespace GatewayBench.Tests.Execution;

/// <summary>
/// Runs a load on a manual clock, step by step, each only after the last one's work is done. A run
/// whose work is never done fails after a minute.
/// </summary>
internal static class ClockedRun
{
    /// <summary>A minute at least, as a step waits for a millisecond.</summary>
    private const int MostClosingSteps = 60_000;

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
        var run = Start(load, clock, target, options, scenario);
        var first = await BeginAsync(load, clock, target);
        for (var steps = 0; !run.IsCompleted; steps++)
        {
            Assert.True(steps < MostClosingSteps, $"Still running at {clock.GetUtcNow() - first}.");
            var sent = sentBy(clock.GetUtcNow() - first);
            await Eventually.TrueAsync(() => target.Received >= sent || run.IsCompleted);
            clock.Advance(step);
            // For who has been answered to begin its pause before the clock moves on.
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
        return Assert.Single((await run).Rows);
    }

    /// <summary>Moves the clock to each of an open load's intended times and waits there for the request.</summary>
    public static async Task<RowResult> FollowAsync(
        OpenLoad load,
        ManualTimeProvider clock,
        ClockedTarget target,
        IReadOnlyList<TimeSpan> intended
    )
    {
        var run = Start(load, clock, target);
        var first = await BeginAsync(load, clock, target);
        for (var sent = 1; sent <= intended.Count; sent++)
        {
            clock.Advance(first + intended[sent - 1] - clock.GetUtcNow());
            await Eventually.TrueAsync(() => target.Received >= sent || run.IsCompleted);
        }
        for (var steps = 0; !run.IsCompleted; steps++)
        {
            Assert.True(
                steps < MostClosingSteps,
                $"The run has not ended {clock.GetUtcNow() - first} after its start, though "
                    + $"{target.Answered} of {intended.Count} requests were answered."
            );
            clock.Advance(OpenGenerator.ShortNotice);
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
        return Assert.Single((await run).Rows);
    }

    private static Task<LoadResult> Start(
        Load load,
        ManualTimeProvider clock,
        ClockedTarget target,
        RunOptions? options = null,
        Scenario? scenario = null
    ) =>
        LoadRunner.RunAsync(
            target,
            scenario ?? Runs.Get,
            load,
            (options ?? Runs.Options) with
            {
                Clock = clock,
            },
            TestContext.Current.CancellationToken
        );

    /// <returns>When the measured time begins: now.</returns>
    private static async Task<DateTimeOffset> BeginAsync(
        Load load,
        ManualTimeProvider clock,
        ClockedTarget target
    )
    {
        // An open load has told the time of its first hit once the pacer and the runner sleep.
        await Eventually.TrueAsync(() => target.Received > 0 || clock.PendingTimers >= 2);
        clock.Advance(load is OpenLoad ? OpenGenerator.ShortNotice : TimeSpan.Zero);
        return clock.GetUtcNow();
    }
}
