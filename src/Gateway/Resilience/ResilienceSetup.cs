using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Registers what calls to the provider need to be tried again.</summary>
internal static class ResilienceSetup
{
    public static void AddResilience(this IServiceCollection services)
    {
        services
            .AddOptions<ResilienceOptions>()
            .BindConfiguration(ResilienceOptions.Section)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<ResilienceOptions>, ResilienceOptions.Validator>();
        services.AddSingleton<ResilienceMetrics>();
        services.AddSingleton(provider => new Jitter(
            provider.GetRequiredService<IOptions<ResilienceOptions>>().Value.JitterSeed
        ));
    }

    /// <summary>The calls of one kind, with as many keys as the provider's settings hold.</summary>
    public static ProviderCalls CreateProviderCalls(
        this IServiceProvider services,
        string operation,
        int keys
    ) =>
        new(
            operation,
            keys,
            services.GetRequiredService<IOptions<ResilienceOptions>>().Value,
            services.GetRequiredService<Jitter>(),
            services.GetRequiredService<ResilienceMetrics>(),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<ProviderCalls>>()
        );
}
