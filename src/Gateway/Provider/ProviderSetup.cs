using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using OpenAI;

namespace Gateway;

/// <summary>Registers the provider's settings, its HTTP client and the clients over it.</summary>
internal static class ProviderSetup
{
    /// <summary>The name of the one HTTP client that reaches the provider.</summary>
    public const string HttpClientName = "provider";

    /// <summary>
    /// The key of the <see cref="IChatClient"/> that asks the model and nothing else. The one without
    /// a key is what callers talk to.
    /// </summary>
    public const string ModelKey = "model";

    /// <summary>The key of the same with the guardrail before it, for callers who ask the model alone.</summary>
    public const string GuardedModelKey = "guarded model";

    public static void AddProvider(this IServiceCollection services)
    {
        services
            .AddOptions<ProviderOptions>()
            .BindConfiguration(ProviderOptions.Section)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<ProviderOptions>, ProviderOptionsValidator>();
        services
            .AddHttpClient(HttpClientName)
            // Every caller sets its own deadline; this one would only cut long answers short.
            .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
            .UseSocketsHttpHandler(
                (handler, _) =>
                {
                    handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
                    handler.ConnectTimeout = TimeSpan.FromSeconds(10);
                    handler.AllowAutoRedirect = false;
                    handler.UseCookies = false;
                }
            )
            // Connections renew themselves, so the handler can live as long as the chat client.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        services.AddPromptCache();
        services.AddSingleton<SdkClients>();
        services.AddSingleton<HarmlessWords>();
        services.AddSingleton<GenAiMetrics>();
        services.AddKeyedSingleton<IChatClient>(
            ModelKey,
            (provider, _) => CreateModel(provider).WithPromptCache(provider)
        );
        services.AddKeyedSingleton<IChatClient>(
            GuardedModelKey,
            (provider, _) =>
                provider.GetRequiredKeyedService<IChatClient>(ModelKey).WithGuardrail(provider)
        );
        services.AddSingleton(provider =>
            provider
                .GetRequiredKeyedService<IChatClient>(ModelKey)
                .WithAgent(provider)
                .WithGuardrail(provider)
        );
        services.AddSingleton(CreateEmbeddings);
    }

    private static MeteredChatClient CreateModel(IServiceProvider services) =>
        new(
            new ResilientChatClient(
                PerKey(
                    services,
                    (sdk, options, clock) => new OpenAIChatClient(sdk, options, clock)
                ),
                Calls(services, MeteredChatClient.Operation)
            ),
            Options(services).Model,
            services.GetRequiredService<GenAiMetrics>()
        );

    private static IEmbeddingGenerator<string, Embedding<float>> CreateEmbeddings(
        IServiceProvider services
    ) =>
        new MeteredEmbeddingGenerator(
            new ResilientEmbeddingGenerator(
                PerKey(
                    services,
                    (sdk, options, clock) => new OpenAIEmbeddingGenerator(sdk, options, clock)
                ),
                Calls(services, MeteredEmbeddingGenerator.Operation)
            ),
            Options(services).EmbeddingModel,
            services.GetRequiredService<GenAiMetrics>()
        );

    private static List<T> PerKey<T>(
        IServiceProvider services,
        Func<OpenAIClient, ProviderOptions, TimeProvider, T> create
    ) =>
        [
            .. services
                .GetRequiredService<SdkClients>()
                .All.Select(sdk =>
                    create(sdk, Options(services), services.GetRequiredService<TimeProvider>())
                ),
        ];

    private static ProviderCalls Calls(IServiceProvider services, string operation) =>
        services.CreateProviderCalls(
            operation,
            services.GetRequiredService<SdkClients>().All.Count
        );

    private static ProviderOptions Options(IServiceProvider services) =>
        services.GetRequiredService<IOptions<ProviderOptions>>().Value;
}
