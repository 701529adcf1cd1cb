using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gateway.Tests;

/// <summary>A provider on a loopback port that answers whatever a test scripts.</summary>
internal sealed class Upstream : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _chats;
    private int _models;

    private Upstream()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapPost(
            "/v1/chat/completions",
            (RequestDelegate)(
                context =>
                {
                    Interlocked.Increment(ref _chats);
                    return Chat(context);
                }
            )
        );
        _app.MapPost("/v1/embeddings", (RequestDelegate)(context => Embeddings(context)));
        _app.MapGet(
            "/v1/models",
            (RequestDelegate)(
                context =>
                {
                    Interlocked.Increment(ref _models);
                    return Models(context);
                }
            )
        );
    }

    public RequestDelegate Chat { get; set; } = context => Completion.WriteAsync(context, "Hello!");

    public RequestDelegate Models { get; set; } =
        context => context.Response.WriteAsync("""{"object":"list","data":[]}""");

    /// <summary>Without a script there are none: 404.</summary>
    public RequestDelegate Embeddings { get; set; } =
        context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        };

    public int ChatCount => Volatile.Read(ref _chats);

    public int ModelsCount => Volatile.Read(ref _models);

    public string Endpoint => $"{_app.Urls.Single()}/v1";

    public static async Task<Upstream> StartAsync()
    {
        var upstream = new Upstream();
        await upstream._app.StartAsync(TestContext.Current.CancellationToken);
        return upstream;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
