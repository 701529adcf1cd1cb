using Microsoft.AspNetCore.Http;

namespace GatewayBench.ProvingGround;

/// <summary>Two faults in one gateway, of which the one that sets in first has to be named first.</summary>
internal static class FaultPair
{
    private static readonly Part[] Parts =
    [
        new("store_pool", StoreHolder.HoldAsync),
        new("lock_contention", LockedAsync),
        new("thread_pool", BlockedAsync),
    ];

    /// <summary>Each before each other.</summary>
    public static IEnumerable<Fault> All =>
        from first in Parts
        from second in Parts
        where first != second
        select Fault.Of(
            $"{first.Rule}-then-{second.Rule}",
            first.Rule,
            (trial, dice) => Draw(trial, dice, first, second)
        );

    private static void Draw(Trial trial, Dice dice, Part first, Part second)
    {
        var begins = dice.Milliseconds(7_000, 10_000);
        var follows = begins + dice.Milliseconds(3_500, 7_000);
        // What one limits must not keep the other from being reached.
        trial.Set("Store:MaxConnections", dice.Setting(2, 3));
        trial.Load = Load.Closed(40, "26s");
        trial.WarmUp = TimeSpan.Zero;
        trial.InFront(new Since(begins, first.Middleware).RunAsync);
        trial.InFront(new Since(follows, second.Middleware).RunAsync);
    }

    private static readonly Lock Door = new();

    private static Task LockedAsync(HttpContext context, RequestDelegate next)
    {
        lock (Door)
        {
            Thread.Sleep(5);
        }
        return next(context);
    }

    private static Task BlockedAsync(HttpContext context, RequestDelegate next)
    {
        next(context).GetAwaiter().GetResult();
        return Task.CompletedTask;
    }

    private sealed record Part(
        string Rule,
        Func<HttpContext, RequestDelegate, Task> Middleware
    );
}
