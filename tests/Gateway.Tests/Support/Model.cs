using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gateway.Tests;

/// <summary>The clients that ask the model, as the gateway sets them up, without a gateway around them.</summary>
internal sealed class Model : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public Model(string endpoint, params (string Key, string Value)[] settings)
        : this(endpoint, TimeProvider.System, null, settings) { }

    public Model(
        string endpoint,
        TimeProvider clock,
        ILoggerProvider? logs,
        params (string Key, string Value)[] settings
    )
        : this(endpoint, clock, logs, _ => { }, settings) { }

    public Model(
        string endpoint,
        TimeProvider clock,
        ILoggerProvider? logs,
        Action<IServiceCollection> configure,
        params (string Key, string Value)[] settings
    )
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    settings
                        .Prepend(("OpenAI:Endpoint", endpoint))
                        .Select(s => KeyValuePair.Create<string, string?>(s.Item1, s.Item2))
                )
                .Build()
        );
        services.AddLogging(logging =>
        {
            if (logs is not null)
            {
                logging.AddProvider(logs).SetMinimumLevel(LogLevel.Trace);
            }
        });
        services.AddSingleton(clock);
        services.AddMetrics();
        services.AddGatewayMetrics();
        services.AddProvider();
        services.AddResilience();
        configure(services);
        _services = services.BuildServiceProvider();
        // Made before the first call: a count that starts in the middle misses what came before.
        _services.GetRequiredService<PrometheusExporter>();
        Client = _services.GetRequiredKeyedService<IChatClient>(ProviderSetup.ModelKey);
    }

    public IChatClient Client { get; }

    public IServiceProvider Services => _services;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public Exposition Metrics() =>
        Exposition.Of(_services.GetRequiredService<PrometheusExporter>());

    public Task<ChatResponse> SayAsync(ChatMessage message) =>
        Client.GetResponseAsync([message], cancellationToken: Cancelled);

    public Task<ChatResponse> AskAsync(ChatOptions? options = null) =>
        Client.GetResponseAsync("Hi", options, Cancelled);

    public IAsyncEnumerable<ChatResponseUpdate> Stream(ChatOptions? options = null) =>
        Client.GetStreamingResponseAsync("Hi", options, Cancelled);

    /// <summary>The whole stream as one answer.</summary>
    public Task<ChatResponse> StreamAsync(ChatOptions? options = null) =>
        Stream(options).ToChatResponseAsync(Cancelled);

    /// <summary>A stream that the test reads step by step.</summary>
    public IAsyncEnumerator<ChatResponseUpdate> Open() => Stream().GetAsyncEnumerator(Cancelled);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
