using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Gateway;

/// <summary>Registers and maps <c>GET /metrics</c>.</summary>
internal static class MetricsSetup
{
    /// <summary>The route that requests to no route are counted under.</summary>
    public const string UnmatchedRoute = "unmatched";

    /// <summary>
    /// The meters that each host has for itself. The others of ASP.NET Core count per request what
    /// these already tell.
    /// </summary>
    public static readonly string[] HostMeters =
    [
        GatewayMetrics.MeterName,
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "System.Net.Http",
    ];

    public static void AddGatewayMetrics(this IServiceCollection services)
    {
        services.AddSingleton<GatewayMetrics>();
        services.AddSingleton(provider =>
        {
            var scope = provider.GetRequiredService<IMeterFactory>();
            return new PrometheusExporter(
                meter => IsOf(scope, meter),
                provider.GetRequiredService<ILogger<PrometheusExporter>>()
            );
        });
    }

    /// <summary>Whether a meter is one of those, and this host's: others have their like.</summary>
    public static bool IsOf(IMeterFactory host, Meter meter) =>
        ReferenceEquals(meter.Scope, host) && HostMeters.Contains(meter.Name);

    public static void MapMetrics(this WebApplication app)
    {
        // Made before the first request: a count that starts in the middle goes below zero.
        _ = app.Services.GetRequiredService<PrometheusExporter>();
        Operational.Add(
            app.MapGet(
                    "/metrics",
                    static (HttpContext context, PrometheusExporter exporter) =>
                        AnswerAsync(context.Response, exporter)
                )
                .Produces<string>(StatusCodes.Status200OK, "text/plain")
                .WithSummary("Metrics as Prometheus reads them")
        );
    }

    /// <summary>Labels with one fixed value the requests whose path is nobody's route.</summary>
    public static void UseUnmatchedRouteLabel(this WebApplication app) =>
        app.Use(
            static (context, next) =>
            {
                if (
                    context.GetEndpoint()?.Metadata.GetMetadata<IRouteDiagnosticsMetadata>() is null
                )
                {
                    context
                        .Features.Get<IHttpMetricsTagsFeature>()
                        ?.Tags.Add(new("http.route", UnmatchedRoute));
                }
                return next(context);
            }
        );

    private static async Task AnswerAsync(HttpResponse response, PrometheusExporter exporter)
    {
        response.ContentType = PrometheusExporter.ContentType;
        response.Headers.CacheControl = "no-store";
        await response.StartAsync();
        exporter.WriteTo(response.BodyWriter);
        await response.CompleteAsync();
    }
}
