using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>
/// Does to an exception of the gateway's what Kestrel does: its status if it is about a bad request,
/// else 500, or a broken answer once that has begun. The test server would throw it into the client, which is no outcome of an exchange.
/// </summary>
internal sealed class UnhandledExceptions : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(inner =>
                context =>
                {
                    try
                    {
                        var answering = inner(context);
                        return answering.IsCompletedSuccessfully
                            ? answering
                            : CatchAsync(answering, context);
                    }
                    catch (Exception e)
                    {
                        End(context, e);
                        return Task.CompletedTask;
                    }
                }
            );
            next(app);
        };

    private static async Task CatchAsync(Task answering, HttpContext context)
    {
        try
        {
            await answering;
        }
        catch (Exception e)
        {
            End(context, e);
        }
    }

    private static void End(HttpContext context, Exception failure)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }
        context.Response.Clear();
        context.Response.StatusCode = failure is BadHttpRequestException bad
            ? bad.StatusCode
            : StatusCodes.Status500InternalServerError;
    }
}
