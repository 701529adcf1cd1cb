using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Registers the tools that models may call.</summary>
internal static class ToolSetup
{
    /// <summary>The name of the one HTTP client by which the HTTP tool fetches.</summary>
    public const string HttpClientName = "http-tool";

    public static void AddTools(this IServiceCollection services)
    {
        services
            .AddOptions<HttpToolOptions>()
            .BindConfiguration(HttpToolOptions.Section)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<HttpToolOptions>, HttpToolOptions.Validator>();
        services.AddSingleton<AvailableTools>();
        services.AddSingleton<NetworkGuard>();
        services.AddSingleton<AIFunction, ClockTool>();
        services.AddSingleton<AIFunction, CalculatorTool>();
        services.AddSingleton<AIFunction, DocumentSearchTool>();
        services.AddSingleton<AIFunction, HttpTool>();
        services
            .AddHttpClient(HttpClientName)
            // The tool has a deadline of its own.
            .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
            .UseSocketsHttpHandler(
                (handler, provider) =>
                {
                    handler.PooledConnectionLifetime = TimeSpan.FromMinutes(1);
                    handler.AllowAutoRedirect = false;
                    handler.UseCookies = false;
                    // A proxy would connect where the guard does not see it.
                    handler.UseProxy = false;
                    handler.ConnectCallback = provider
                        .GetRequiredService<NetworkGuard>()
                        .ConnectAsync;
                }
            )
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // Addresses may hold secrets.
            .RemoveAllLoggers();
    }
}
