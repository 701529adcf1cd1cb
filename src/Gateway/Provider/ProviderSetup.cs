using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

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
        services.AddSingleton<SdkClients>();
        services.AddSingleton<GenAiMetrics>();
        services.AddKeyedSingleton<IChatClient>(ModelKey, (provider, _) => CreateModel(provider));
        services.AddSingleton(provider => provider.GetRequiredKeyedService<IChatClient>(ModelKey));
        services.AddSingleton(CreateEmbeddings);
    }

    private static MeteredChatClient CreateModel(IServiceProvider services)
    {
        var (options, clock, sdk) = Parts(services);
        var keys = sdk.All.Select(client => new OpenAIChatClient(client, options, clock)).ToList();
        return new MeteredChatClient(
            new ResilientChatClient(
                keys,
                services.CreateProviderCalls(MeteredChatClient.Operation, keys.Count)
            ),
            options.Model,
            services.GetRequiredService<GenAiMetrics>(),
            clock
        );
    }

    private static IEmbeddingGenerator<string, Embedding<float>> CreateEmbeddings(
        IServiceProvider services
    )
    {
        var (options, clock, sdk) = Parts(services);
        var keys = sdk
            .All.Select(client => new OpenAIEmbeddingGenerator(client, options, clock))
            .ToList();
        return new MeteredEmbeddingGenerator(
            new ResilientEmbeddingGenerator(
                keys,
                services.CreateProviderCalls(MeteredEmbeddingGenerator.Operation, keys.Count)
            ),
            options.EmbeddingModel,
            services.GetRequiredService<GenAiMetrics>(),
            clock
        );
    }

    private static (ProviderOptions Options, TimeProvider Clock, SdkClients Sdk) Parts(
        IServiceProvider services
    ) =>
        (
            services.GetRequiredService<IOptions<ProviderOptions>>().Value,
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<SdkClients>()
        );
}
