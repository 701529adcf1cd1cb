namespace GatewayBench.Benchmarks.Endpoints;

/// <summary>The sample gateway in this process, next to a provider without latency.</summary>
internal sealed class SampleGateway : IAsyncDisposable
{
    private readonly FakeProvider _provider;
    private readonly GatewayHost<Program> _gateway;

    private SampleGateway(FakeProvider provider)
    {
        _provider = provider;
        _gateway = new GatewayHost<Program>()
            .UseProvider(provider, configKey: "OpenAI:Endpoint")
            .UseSetting("Auth:Enabled", "false")
            .UseSetting("RateLimit:Enabled", "false");
    }

    public ITarget Target => _gateway;

    public static async Task<SampleGateway> StartAsync()
    {
        var provider = await FakeProvider.StartAsync(o => o.Latency = Delay.None);
        var sample = new SampleGateway(provider);
        await sample._gateway.StartAsync(CancellationToken.None);
        return sample;
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _provider.DisposeAsync();
    }
}
