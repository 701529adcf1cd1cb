using System.Net.Mime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gateway.Tests;

/// <summary>A web site on loopback.</summary>
internal sealed class Site(WebApplication app) : IAsyncDisposable
{
    private readonly TaskCompletionSource _arrived = new();
    private readonly TaskCompletionSource _left = new();
    private int _requests;

    public string Url { get; private set; } = "";

    public int Port => new Uri(Url).Port;

    public int Requests => Volatile.Read(ref _requests);

    public static async Task<Site> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var site = new Site(app);
        app.Run(context =>
        {
            Interlocked.Increment(ref site._requests);
            context.Response.ContentType = MediaTypeNames.Text.Plain;
            return answer(context);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        site.Url = app.Urls.Single();
        return site;
    }

    /// <summary>One that never answers.</summary>
    public static async Task<Site> HangAsync()
    {
        Site? site = null;
        site = await StartAsync(async context =>
        {
            context.RequestAborted.Register(site!._left.SetResult);
            site._arrived.SetResult();
            await site._left.Task;
        });
        return site;
    }

    /// <summary>Ends when a request has come to one that hangs.</summary>
    public Task Arrived => _arrived.Task;

    /// <summary>Ends when whoever asked one that hangs has left.</summary>
    public Task Left => _left.Task;

    public TestAgent Allowing(params (string Key, string Value)[] settings) =>
        new(
            new ScriptedModel(),
            [
                ("Tools:Http:AllowedHosts:0", $"127.0.0.1:{Port}"),
                ("Tools:Http:AllowedNetworks:0", "127.0.0.0/8"),
                .. settings,
            ]
        );

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
