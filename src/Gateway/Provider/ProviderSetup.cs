using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using OpenAI;

namespace Gateway;

/// <summary>Registers the provider's settings, its HTTP client and the chat client over it.</summary>
internal static class ProviderSetup
{
    /// <summary>The name of the one HTTP client that reaches the provider.</summary>
    public const string HttpClientName = "provider";

    /// <summary>
    /// The key of the <see cref="IChatClient"/> that asks the model and nothing else. The one without
    /// a key is what callers talk to.
    /// </summary>
    public const string ModelKey = "model";

    // The SDK insists on a key where a local server needs none.
    private const string KeyForKeyless = "none";

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
        services.AddSingleton(CreateSdkClient);
        services.AddSingleton(provider => new OpenAIChatClient(
            provider.GetRequiredService<OpenAIClient>(),
            provider.GetRequiredService<IOptions<ProviderOptions>>().Value,
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddKeyedSingleton<IChatClient>(
            ModelKey,
            (provider, _) =>
                new MeteredChatClient(
                    provider.GetRequiredService<OpenAIChatClient>(),
                    provider.GetRequiredService<GatewayMetrics>(),
                    provider.GetRequiredService<TimeProvider>()
                )
        );
        services.AddSingleton(provider => provider.GetRequiredKeyedService<IChatClient>(ModelKey));
    }

    private static OpenAIClient CreateSdkClient(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<ProviderOptions>>().Value;
        var http = services.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName);
        return new OpenAIClient(
            new ApiKeyCredential(options.ApiKey is "" ? KeyForKeyless : options.ApiKey),
            new OpenAIClientOptions
            {
                Endpoint = options.BaseAddress,
                Transport = new HttpClientPipelineTransport(http),
                // A gateway that retries by itself multiplies load on a provider that has too much.
                RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
                NetworkTimeout = Timeout.InfiniteTimeSpan,
            }
        );
    }
}
