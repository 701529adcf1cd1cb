using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using OpenTelemetry.Trace;

namespace Gateway;

/// <summary>
/// Names the spans of requests, and says in them what OpenTelemetry's conventions for HTTP servers
/// want to know: ASP.NET Core 10 times them and leaves the rest to others.
/// </summary>
internal static class RequestSpans
{
    /// <summary>To be used ahead of everything that answers. Does nothing where nothing is sent.</summary>
    public static void UseRequestSpans(this WebApplication app)
    {
        if (app.Services.GetService<TracerProvider>() is not null)
        {
            app.Use(
                static async (context, next) =>
                {
                    await next(context);
                    if (context.Features.Get<IHttpActivityFeature>()?.Activity is { } span)
                    {
                        Describe(span, context);
                    }
                }
            );
        }
    }

    private static void Describe(Activity span, HttpContext context)
    {
        var method = context.Request.Method;
        var route = context.GetEndpoint()?.Metadata.GetMetadata<IRouteDiagnosticsMetadata>()?.Route;
        var status = context.Response.StatusCode;
        span.DisplayName = route is null ? method : $"{method} {route}";
        span.SetTag("http.request.method", method);
        span.SetTag("http.route", route);
        span.SetTag("http.response.status_code", status);
        span.SetTag("url.scheme", context.Request.Scheme);
        span.SetTag("url.path", context.Request.Path.Value);
        if (status >= StatusCodes.Status500InternalServerError)
        {
            span.SetStatus(ActivityStatusCode.Error);
        }
    }
}
