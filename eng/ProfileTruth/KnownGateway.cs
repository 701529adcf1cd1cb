using Microsoft.Extensions.Logging;

namespace GatewayBench.ProfileTruth;

/// <summary>A server in this process that answers every request by one rule, over loopback.</summary>
internal sealed class KnownGateway : IAsyncDisposable
{
    private readonly WebApplication _app;

    private KnownGateway(WebApplication app) =>
        (_app, Target) = (app, new RemoteTarget(app.Urls.Single()));

    public ITarget Target { get; }

    /// <param name="answer">The rule.</param>
    /// <param name="stop">Gives up the start.</param>
    public static async Task<KnownGateway> StartAsync(
        RequestDelegate answer,
        CancellationToken stop
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(answer);
        await app.StartAsync(stop);
        return new KnownGateway(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
