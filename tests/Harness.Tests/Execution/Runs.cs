using Microsoft.AspNetCore.Http;

namespace GatewayBench.Tests.Execution;

/// <summary>Short runs for tests: no warm-up unless asked for, no lock, no reports.</summary>
internal static class Runs
{
    public static readonly Scenario Get = Scenario.Http("GET /", user => user.Get("/"));

    private static readonly TimeSpan _duration = TimeSpan.FromMilliseconds(250);

    public static RunOptions Options { get; } =
        new()
        {
            WarmUpCap = TimeSpan.Zero,
            Calibrate = false,
            Exclusive = false,
        };

    /// <summary>A server that answers everything at once.</summary>
    public static Task OkAsync(HttpContext context) => context.Response.WriteAsync("ok");

    /// <summary>A scenario with a mistake in its own code.</summary>
    /// <param name="request">The first request, from 1, that can't be made.</param>
    public static Scenario BreakingAt(int request)
    {
        var calls = 0;
        return Scenario.Http(
            "broken",
            user =>
                Interlocked.Increment(ref calls) < request
                    ? user.Get("/")
                    : throw new FormatException("no such id")
        );
    }

    public static async Task<RowResult> RowAsync(
        ITarget target,
        Scenario? scenario = null,
        int users = 1,
        RunOptions? options = null,
        TimeSpan? duration = null
    )
    {
        var result = await LoadRunner.RunAsync(
            target,
            scenario ?? Get,
            Load.Closed(users, duration ?? _duration),
            options ?? Options,
            TestContext.Current.CancellationToken
        );
        return Assert.Single(result.Rows);
    }

    /// <summary>
    /// A run in which each user gets some answers at least, on however slow a machine, if the target
    /// answers at all: as many as <paramref name="answers"/> says.
    /// </summary>
    public static async Task<RowResult> AnsweredRowAsync(
        ITarget target,
        Scenario? scenario = null,
        int users = 1,
        RunOptions? options = null,
        int answers = 3
    )
    {
        var answered = new AnsweredTarget(target);
        var duration = TimeSpan.FromMilliseconds(100);
        var run = RowAsync(
            answered,
            scenario,
            users,
            (options ?? Options) with
            {
                Clock = answered.Clock,
            },
            duration
        );
        await answered.DriveAsync(run, duration / 2, enough: 1 + answers * users);
        return await run;
    }
}
