using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GatewayBench.Tests.Execution;

/// <summary>A target that is one delegate behind Kestrel, and counts what reaches it.</summary>
internal sealed class ServerTarget : ITarget, IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _requests;

    public ServerTarget(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(context =>
        {
            Interlocked.Increment(ref _requests);
            return answer(context);
        });
    }

    public int Requests => Volatile.Read(ref _requests);

    public Uri BaseAddress => new(_app.Urls.First());

    public TargetInfo Info => new("server", "loopback", null, []);

    public string? Fault { get; set; }

    public FakeProvider? Provider { get; init; }

    public Task StartAsync(CancellationToken cancellationToken) =>
        _app.Urls.Any(url => !url.EndsWith(":0", StringComparison.Ordinal))
            ? Task.CompletedTask
            : _app.StartAsync(cancellationToken);

    public HttpMessageInvoker CreateClient() => new(LoadClient.NewHandler());

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
