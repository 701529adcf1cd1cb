namespace GatewayBench.Tests;

/// <summary>Ways to fail an exchange, each at a path of its own.</summary>
internal static class Faults
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/throw", Throw);
        app.MapGet("/throw/in-body", context => BeginThenAsync(context, Throw));
        app.MapGet("/hang", HangAsync);
        app.MapGet("/hang/in-body", context => BeginThenAsync(context, HangAsync));
        app.MapGet("/abort", Abort);
        app.MapGet("/abort/in-body", context => BeginThenAsync(context, Abort));
        app.MapGet("/short", ShortAsync);
        app.MapGet("/endless", EndlessAsync);
        app.MapGet("/throw/when-aborted", ThrowWhenAbortedAsync);
        app.MapGet("/block", Block);
        app.MapGet("/stop", Stop);
    }

    private static Task Throw(HttpContext _) => throw new InvalidOperationException("broken");

    private static Task HangAsync(HttpContext context) =>
        Task.Delay(Timeout.Infinite, context.RequestAborted);

    private static Task Abort(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private static async Task BeginThenAsync(HttpContext context, RequestDelegate then)
    {
        await context.Response.WriteAsync("begun");
        await context.Response.Body.FlushAsync();
        await then(context);
    }

    private static Task ShortAsync(HttpContext context)
    {
        context.Response.ContentLength = 100;
        return context.Response.WriteAsync("only this");
    }

    private static async Task EndlessAsync(HttpContext context)
    {
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.WriteAsync("and on ", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }

    private static Task ThrowWhenAbortedAsync(HttpContext context)
    {
        var ended = new TaskCompletionSource();
        context.RequestAborted.Register(() => ended.SetResult());
        context.RequestAborted.Register(() => throw new InvalidOperationException("broken"));
        return ended.Task;
    }

    /// <summary>Holds a thread of the pool, as code does that waits for a task.</summary>
    private static string Block()
    {
        Thread.Sleep(TimeSpan.FromSeconds(1));
        return "ok";
    }

    private static string Stop(IHostApplicationLifetime lifetime)
    {
        lifetime.StopApplication();
        return "ok";
    }
}
