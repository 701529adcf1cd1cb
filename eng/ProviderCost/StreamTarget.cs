namespace GatewayBench.ProviderCost;

/// <summary>A provider in this process, reached in memory.</summary>
internal sealed class StreamTarget(FakeProvider provider) : ITarget
{
    public Uri BaseAddress => provider.BaseAddress;

    public TargetInfo Info => new("provider", "inmemory", null, []);

    public string? Fault => null;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public HttpMessageInvoker CreateClient() =>
        LoadClient.Create(
            new ConnectionOptions(),
            handler =>
                handler.ConnectCallback = (_, _) =>
                    ValueTask.FromResult(provider.Endpoints.Memory.Connect())
        );
}
