using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace GatewayBench.Cli.Tests;

/// <summary>What the tool loads in tests: answers 404 under one path, every other time on a connection under another, 500 with what it was sent under a third, else 200, and counts.</summary>
internal sealed class LoadedServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private long _requests;

    private LoadedServer(WebApplication app) => _app = app;

    public string Url => _app.Urls.Single();

    public long Requests => Volatile.Read(ref _requests);

    /// <summary>The connections that requests came over, and how many.</summary>
    public ConcurrentDictionary<string, int> Connections { get; } = [];

    /// <summary>One line for each kind of request: method, path, key, content type, body.</summary>
    public ConcurrentDictionary<string, int> Kinds { get; } = [];

    public static async Task<LoadedServer> StartAsync(HttpProtocols protocols = HttpProtocols.Http1)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = protocols)
        );
        var server = new LoadedServer(builder.Build());
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref _requests);
        var number = Connections.AddOrUpdate(context.Connection.Id, 1, (_, before) => before + 1);
        var request = context.Request;
        var body = await new StreamReader(request.Body).ReadToEndAsync();
        Kinds[
            $"{request.Method} {request.Path} {request.Headers["X-Key"]} {request.ContentType} {body}"
        ] = 1;
        var isMissing = request.Path == "/nowhere" || (request.Path == "/half" && number % 2 == 0);
        var isEcho = request.Path.StartsWithSegments("/echo");
        context.Response.StatusCode =
            isMissing ? 404
            : isEcho ? 500
            : 200;
        await context.Response.WriteAsync(
            isEcho ? $"{request.Path} {request.Headers["X-Key"]} {body}" : "{}"
        );
    }
}
