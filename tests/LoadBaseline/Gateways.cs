namespace GatewayBench.LoadBaseline;

/// <summary>The sample gateway, open to everybody and without its rate limit, next to three providers: one that answers at once, one with the default tail, one with a small bucket.</summary>
internal sealed class Gateways : IAsyncDisposable
{
    /// <summary>100 requests a second once the bucket is empty: far below what the gateway can ask for.</summary>
    private const int RequestsPerMinute = 6_000;

    private readonly LoadSettings _settings;
    private readonly List<IAsyncDisposable> _parts = [];

    private Gateways(LoadSettings settings) => _settings = settings;

    /// <summary>Provider latency zero: what is measured is the gateway's own cost.</summary>
    public GatewayHost<Program> Instant { get; private set; } = null!;

    /// <summary>The fake's default latency tail.</summary>
    public GatewayHost<Program> Tailed { get; private set; } = null!;

    /// <summary>Provider latency zero, beyond the provider's rate limit.</summary>
    public GatewayHost<Program> RateLimited { get; private set; } = null!;

    public static async Task<Gateways> StartProvidersAsync(LoadSettings settings)
    {
        var gateways = new Gateways(settings);
        gateways.Instant = await gateways.AddAsync(o => o.Latency = Delay.None);
        gateways.Tailed = await gateways.AddAsync(_ => { });
        gateways.RateLimited = await gateways.AddAsync(o =>
        {
            o.Latency = Delay.None;
            o.RateLimit.RequestsPerMinute = RequestsPerMinute;
        });
        return gateways;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var part in Enumerable.Reverse(_parts))
        {
            await part.DisposeAsync();
        }
    }

    private async Task<GatewayHost<Program>> AddAsync(Action<FakeProviderOptions> configure)
    {
        var provider = await FakeProvider.StartAsync(o =>
        {
            o.Seed = _settings.Seed;
            configure(o);
        });
        var gateway = new GatewayHost<Program>()
            .UseProvider(provider, configKey: "OpenAI:Endpoint")
            .UseSetting("Auth:Enabled", "false")
            .UseSetting("RateLimit:Enabled", "false");
        _parts.AddRange([provider, gateway]);
        return gateway;
    }
}
