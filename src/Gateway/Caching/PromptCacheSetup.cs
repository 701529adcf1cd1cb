using System.Net.Security;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Registers the prompt cache and puts it in front of the model.</summary>
internal static class PromptCacheSetup
{
    public static void AddPromptCache(this IServiceCollection services)
    {
        services
            .AddOptions<PromptCacheOptions>()
            .BindConfiguration(PromptCacheOptions.Section)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<PromptCacheOptions>, PromptCacheOptions.Validator>();
        services.AddHttpContextAccessor();
        services.AddSingleton<PromptKeys>();
        services.AddSingleton<PromptCacheMetrics>();
        services.AddSingleton<MemoryAnswerStore>();
        services.AddSingleton<RedisMetrics>();
        services.AddSingleton(CreateRedisClient);
        services.AddSingleton<RedisAnswerStore>();
        services
            .AddOptions<HealthCheckServiceOptions>()
            .Configure<IOptions<PromptCacheOptions>>(AddRedisCheck);
    }

    /// <summary>The same model behind the cache, or as it is if the cache is off.</summary>
    public static IChatClient WithPromptCache(this IChatClient model, IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<PromptCacheOptions>>();
        return options.Value.Enabled
            ? new CachedChatClient(
                model,
                services.GetRequiredService<PromptKeys>(),
                StoreOf(options.Value, services),
                services.GetRequiredService<PromptCacheMetrics>(),
                options
            )
            : model;
    }

    private static void AddRedisCheck(
        HealthCheckServiceOptions health,
        IOptions<PromptCacheOptions> cache
    )
    {
        if (cache.Value is { Enabled: true, Redis.Length: > 0 })
        {
            health.Registrations.Add(
                new(
                    "redis",
                    services => ActivatorUtilities.CreateInstance<RedisHealthCheck>(services),
                    failureStatus: null,
                    tags: null
                )
            );
        }
    }

    private static IAnswerStore StoreOf(PromptCacheOptions options, IServiceProvider services) =>
        options.Redis.Length > 0
            ? services.GetRequiredService<RedisAnswerStore>()
            : services.GetRequiredService<MemoryAnswerStore>();

    private static RedisClient CreateRedisClient(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<PromptCacheOptions>>().Value;
        var address = RedisAddress.TryParse(options.Redis)!;
        return new RedisClient(
            new RedisDoor(
                address,
                options.RedisPassword,
                options.RedisTls ? new SslClientAuthenticationOptions() : null
            ),
            options,
            services.GetRequiredService<RedisMetrics>(),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<RedisClient>>()
        );
    }
}
