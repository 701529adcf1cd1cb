using Microsoft.AspNetCore.Http;

namespace GatewayBench.ProvingGround;

/// <summary>Two faults in one gateway, of which the one that sets in first has to be named first.</summary>
internal static class FaultPair
{
    private static readonly Part Pool = new(
        "pool",
        "store_pool",
        (trial, from) => trial.InFront(new Since(from, StoreHolder.HoldAsync).RunAsync)
    );

    private static readonly Part Door = new(
        "lock",
        "lock_contention",
        (trial, from) => trial.InFront(new Since(from, LockedAsync).RunAsync)
    );

    private static readonly Part Retries = new(
        "retries",
        "retry_storm",
        (trial, from) =>
        {
            ModelFaults.RetryAll(trial);
            trial.Provider(o => o.Outages.Add(new Outage(from + Start, TimeSpan.FromMinutes(5))));
        }
    );

    private static readonly Lock Turns = new();

    /// <summary>What the gateway takes to start, by which the provider's clock is ahead.</summary>
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(1.5);

    public static IEnumerable<Fault> All =>
        from pair in (Part[][])
            [
                [Pool, Door],
                [Door, Pool],
                [Pool, Retries],
                [Retries, Pool],
                [Door, Retries],
                [Retries, Door],
            ]
        select Fault.Of(
            $"{pair[0].Name}-then-{pair[1].Name}",
            pair[0].Rule,
            (trial, dice) => Draw(trial, dice, pair[0], pair[1])
        );

    private static void Draw(Trial trial, Dice dice, Part first, Part second)
    {
        var begins = dice.Milliseconds(7_000, 10_000);
        trial.Set("Store:MaxConnections", dice.Setting(2, 3));
        trial.Load = Load.Closed(30, "26s");
        trial.WarmUp = TimeSpan.Zero;
        first.Begin(trial, begins);
        second.Begin(trial, begins + dice.Milliseconds(4_000, 7_000));
    }

    private static Task LockedAsync(HttpContext context, RequestDelegate next)
    {
        lock (Turns)
        {
            Thread.Sleep(5);
        }
        return next(context);
    }

    /// <param name="Name">In the pair's.</param>
    /// <param name="Rule">That names it.</param>
    /// <param name="Begin">Has it set in so long after the first request.</param>
    private sealed record Part(string Name, string Rule, Action<Trial, TimeSpan> Begin);
}
