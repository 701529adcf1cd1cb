using System.Runtime.CompilerServices;

namespace GatewayBench.ProfileTruth;

/// <summary>A search for the breakpoint of a gateway whose edge follows from its slots.</summary>
/// <param name="name">What the figures are called.</param>
/// <param name="start">Starts the gateway.</param>
/// <param name="slo">What the gateway has to hold.</param>
/// <param name="users">The fewest that break it, by arithmetic.</param>
internal sealed class Edge(
    string name,
    Func<CancellationToken, Task<EdgeTarget>> start,
    string slo,
    int users
)
{
    /// <summary>How far off what is found may be, as a share of what is so.</summary>
    private const double Tolerance = 0.1;

    /// <summary>The first step's users, and how many more there are in the next run's: not the same numbers again.</summary>
    private const int From = 10;

    private const int FromApart = 3;

    public int Users => users;

    /// <summary>
    /// U users without pauses keep U requests there, and half of U - 50 is what waits a whole service time if
    /// all slots are free at once. If they are free one after the other, all wait (U - 50) / 50 of one.
    /// Either way the median passes one and a half service times at one and a half times the slots.
    /// </summary>
    public static readonly Edge Queue = new(
        "queue",
        stop => EdgeTarget.BareAsync(waits: true, stop),
        "p50<150ms",
        Slots.Count + Slots.Count / 2
    );

    /// <summary>The same where the slots are the provider's, and a real gateway is in between: some milliseconds are its own.</summary>
    public static readonly Edge Provider = new(
        "provider",
        EdgeTarget.SampleAsync,
        "p50<155ms",
        Slots.Count + Slots.Count / 2
    );

    /// <summary>As who is turned away is so after a service time, U - 50 of U are: over 5 % from 53 on.</summary>
    public static readonly Edge Refuse = new(
        "refuse",
        stop => EdgeTarget.BareAsync(waits: false, stop),
        "p50<10s",
        (int)Math.Floor(Slots.Count / (1 - BreakpointStep.MostErrors)) + 1
    );

    public async IAsyncEnumerable<CostFigure> MeasureAsync(
        TruthPlan plan,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        for (var run = 0; run < plan.Runs; run++)
        {
            await using var gateway = await start(stop);
            var result = await LoadRunner.RunAsync(
                gateway.Target,
                gateway.Scenario,
                Profile.Breakpoint(From + run * FromApart, to: 1_000, step: $"{plan.Seconds}s"),
                TruthPlan.Options with
                {
                    Slos = [Slo.Parse(slo)],
                },
                stop
            );
            stop.ThrowIfCancellationRequested();
            yield return Of($"breakpoint, {name}, run {run + 1}", result.Breakpoint!) with
            {
                Invalid = [.. result.Rows.SelectMany(row => row.Invalid)],
            };
        }
    }

    /// <summary>Both ends have to be near: the edge is said to lie between them.</summary>
    private CostFigure Of(string title, BreakpointResult found) =>
        new(
            title,
            $"{found.Held} held, {(found.Failed is { } broken ? Show.Count(broken) : "none")} failed",
            $"{users}, at most {Show.Percent(Tolerance)} off",
            IsNear(found.Held) && found.Failed is { } failed && IsNear(failed)
        );

    private bool IsNear(int found) => Math.Abs(found - users) <= Tolerance * users;
}
