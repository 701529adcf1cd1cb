using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Registers how the gateway stops, and maps <c>GET /health/ready</c>.</summary>
internal static class LifetimeSetup
{
    public static void AddLifetime(this IServiceCollection services)
    {
        services
            .AddOptions<LifetimeOptions>()
            .BindConfiguration(LifetimeOptions.Section)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<LifetimeOptions>, LifetimeOptions.Validator>();
        services.AddSingleton<IConfigureOptions<HostOptions>, LifetimeOptions.Shutdown>();
        services.AddSingleton<Draining>();
        services.AddHostedService(static provider => provider.GetRequiredService<Draining>());
        services.AddSingleton<Readiness>();
    }

    /// <summary>Sends callers on kept connections elsewhere while the gateway stops.</summary>
    public static void UseLifetime(this WebApplication app)
    {
        var draining = app.Services.GetRequiredService<Draining>();
        app.Use(next =>
            context =>
            {
                if (draining.IsStopping)
                {
                    Draining.SendElsewhere(context);
                }
                return next(context);
            }
        );
    }

    public static void MapReadiness(this WebApplication app) =>
        Operational.Add(
            app.MapGet(
                    "/health/ready",
                    static (HttpContext context, Readiness readiness) =>
                        readiness.AnswerAsync(context)
                )
                .Produces<HealthAnswer>()
                .Produces<StatusAnswer>(StatusCodes.Status503ServiceUnavailable)
                .WithSummary("Whether requests should be sent here")
        );
}
