using System.Collections.Concurrent;

namespace GatewayBench.Tests;

/// <summary>A stream that sends its second text once it is told that the first one has been read.</summary>
internal static class HeldStream
{
    private static readonly ConcurrentDictionary<string, TaskCompletionSource> Held = new();

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/stream/{id}", SendAsync);
        app.MapPost("/stream/{id}", (string id) => OfId(id).TrySetResult());
    }

    private static async Task SendAsync(HttpContext context, string id)
    {
        context.Response.ContentType = "text/event-stream";
        await context.Response.WriteAsync("event: delta\ndata: {\"text\": \"one\"}\n\n");
        await context.Response.Body.FlushAsync();
        await OfId(id).Task.WaitAsync(context.RequestAborted);
        await context.Response.WriteAsync("event: delta\ndata: {\"text\": \"two\"}\n\n");
        await context.Response.WriteAsync("event: done\ndata: {}\n\n");
    }

    private static TaskCompletionSource OfId(string id) =>
        Held.GetOrAdd(
            id,
            _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
        );
}
