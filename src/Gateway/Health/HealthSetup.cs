using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Registers and maps <c>GET /health/live</c> and <c>GET /health</c>.</summary>
internal static class HealthSetup
{
    private static readonly Utf8ContentHttpResult Alive = TypedResults.Text(
        """{"status":"healthy"}"""u8,
        "application/json"
    );

    public static void AddGatewayHealth(this IServiceCollection services)
    {
        services
            .AddOptions<HealthOptions>()
            .BindConfiguration(HealthOptions.Section)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<HealthOptions>, HealthOptions.Validator>();
        services.AddHealthChecks().AddCheck<ProviderHealthCheck>("provider");
        services.AddSingleton<CachedHealth>();
    }

    public static void MapHealth(this WebApplication app)
    {
        Operational.Add(
            app.MapGet("/health/live", static () => Alive)
                .Produces<StatusAnswer>()
                .WithSummary("Whether the process serves")
                .ShortCircuit()
        );
        Operational.Add(
            app.MapGet(
                    "/health",
                    static (HttpContext context, CachedHealth health) =>
                        AnswerAsync(context, health)
                )
                .Produces<HealthAnswer>()
                .Produces<HealthAnswer>(StatusCodes.Status503ServiceUnavailable)
                .WithSummary("The state of each dependency")
        );
    }

    public static async Task AnswerAsync(HttpContext context, CachedHealth health)
    {
        var snapshot = await health.GetAsync(context.RequestAborted);
        var response = context.Response;
        response.StatusCode = snapshot.StatusCode;
        response.ContentType = "application/json";
        response.ContentLength = snapshot.Json.Length;
        response.Headers.CacheControl = "no-store";
        await response.Body.WriteAsync(snapshot.Json, context.RequestAborted);
    }
}
