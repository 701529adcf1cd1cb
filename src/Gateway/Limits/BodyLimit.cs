using Microsoft.AspNetCore.Http.Features;

namespace Gateway;

/// <summary>
/// Refuses a body that says that it is too long before anybody reads it. One that doesn't say is cut
/// off by the server where it becomes too long.
/// </summary>
internal sealed class BodyLimit(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        // Routing has put the endpoint's own limit here, if it has one.
        var allowed = context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;
        return context.Request.ContentLength is { } sent && sent > allowed
            ? Problems.TooLarge(sent, allowed).ExecuteAsync(context)
            : next(context);
    }
}
