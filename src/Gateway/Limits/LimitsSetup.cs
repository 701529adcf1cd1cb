using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Registers the limits, and puts them where endpoint and caller are known and nothing is done yet.</summary>
internal static class LimitsSetup
{
    public static void AddLimits(this IServiceCollection services)
    {
        Add<RateLimitOptions, RateLimitOptions.Validator>(RateLimitOptions.Section);
        Add<ConcurrencyOptions, ConcurrencyOptions.Validator>(ConcurrencyOptions.Section);
        Add<BodyOptions, BodyOptions.Validator>(BodyOptions.Section);
        Add<RequestTimeoutOptions, RequestTimeoutOptions.Validator>(RequestTimeoutOptions.Section);
        services.AddSingleton<IConfigureOptions<KestrelServerOptions>, BodyOptions.Kestrel>();
        services.AddSingleton<LimitMetrics>();
        services.AddSingleton<CallerLimit>();
        services.AddSingleton<CallerPlaces>();
        services.AddSingleton(static provider =>
        {
            var options = provider.GetRequiredService<IOptions<ConcurrencyOptions>>().Value;
            return new ConcurrencyLimiter(
                new ConcurrencyLimiterOptions
                {
                    PermitLimit = options.MaxRequests,
                    QueueLimit = options.MaxQueued,
                    QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
                }
            );
        });

        void Add<TOptions, TValidator>(string section)
            where TOptions : class
            where TValidator : class, IValidateOptions<TOptions>
        {
            services.AddOptions<TOptions>().BindConfiguration(section).ValidateOnStart();
            services.AddSingleton<IValidateOptions<TOptions>, TValidator>();
        }
    }

    public static void UseLimits(this WebApplication app)
    {
        var limitsRate = app
            .Services.GetRequiredService<IOptions<RateLimitOptions>>()
            .Value.Enabled;
        app.UseWhen(
            static context => !Operational.Is(context),
            limited =>
            {
                if (limitsRate)
                {
                    limited.UseMiddleware<RateLimit>();
                }
                limited.UseMiddleware<BodyLimit>();
                limited.UseMiddleware<RequestTimeout>();
                limited.UseMiddleware<ConcurrencyLimit>();
            }
        );
    }
}
