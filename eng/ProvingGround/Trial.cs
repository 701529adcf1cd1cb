extern alias gateway;
extern alias worker;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GatewayBench.ProvingGround;

/// <summary>
/// A gateway and its load. Without a fault: the sample gateway with a model that takes 60 ms, and
/// chats whose users become more for 16 s and stay for 8.
/// </summary>
internal sealed class Trial
{
    private readonly List<Action<FakeProviderOptions>> _provider = [];
    private readonly Dictionary<string, string> _settings = new()
    {
        ["Auth:Enabled"] = "false",
        ["RateLimit:Enabled"] = "false",
        ["Concurrency:MaxRequests"] = "100000",
        ["Cache:Enabled"] = "false",
    };
    private readonly List<Action<IServiceCollection>> _services = [];
    private bool _isWorker;
    private string? _heapLimit;

    public Scenario Scenario { get; set; } = GatewayScenarios.Chat();

    public ClosedLoad Load { get; set; } = Ramp(2, 40);

    /// <summary>What users ask; null for what comes with the library.</summary>
    public PromptFeed? Prompts { get; set; }

    public TimeSpan ExchangeTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Zero for none.</summary>
    public TimeSpan WarmUp { get; set; } = TimeSpan.FromSeconds(6);

    public static ClosedLoad Ramp(int from, int to) =>
        GatewayBench.Load.Closed(
            from,
            new UserStage(to, "16s", "rise"),
            new UserStage(to, "8s", "hold")
        );

    public void Provider(Action<FakeProviderOptions> configure) => _provider.Add(configure);

    public void Set(string key, string value) => _settings[key] = value;

    public void Services(Action<IServiceCollection> configure) => _services.Add(configure);

    /// <summary>Puts something in front of the gateway's whole pipeline.</summary>
    public void InFront(Func<HttpContext, RequestDelegate, Task> middleware) =>
        Services(services => services.AddSingleton<IStartupFilter>(new Front(middleware)));

    public void Configure(FakeProviderOptions options, ulong seed)
    {
        options.Seed = seed;
        options.Latency = Delay.LogNormal("60ms", "150ms");
        _provider.ForEach(configure => configure(options));
    }

    /// <summary>A worker of its own process instead of the sample gateway, for faults of a whole process.</summary>
    /// <param name="heapLimit">Of its heap; null for none.</param>
    public void InWorker(string? heapLimit = null) => (_isWorker, _heapLimit) = (true, heapLimit);

    /// <summary>What is loaded, to be disposed of.</summary>
    public ITarget Host(FakeProvider provider)
    {
        if (!_isWorker)
        {
            return Configured(
                new GatewayHost<gateway::Program>()
                    .UseProvider(provider, configKey: "OpenAI:Endpoint")
                    .Watch("Gateway")
            );
        }
        var worker = new GatewayHost<worker::Program>()
            .UseProvider(provider, configKey: "Model:Endpoint")
            .UseHosting(Hosting.Child);
        return Configured(_heapLimit is null ? worker : worker.UseHeapLimit(_heapLimit));
    }

    private GatewayHost<TEntryPoint> Configured<TEntryPoint>(GatewayHost<TEntryPoint> host)
        where TEntryPoint : class
    {
        foreach (var (key, value) in _settings)
        {
            host.UseSetting(key, value);
        }
        _services.ForEach(configure => host.ConfigureServices(configure));
        return host;
    }

    private sealed class Front(Func<HttpContext, RequestDelegate, Task> middleware) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(inner => context => middleware(context, inner));
                next(app);
            };
    }
}
