extern alias gateway;
using gateway::Gateway;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GatewayBench.ProvingGround;

/// <summary>Keeps a connection to the store while the model is asked, as a transaction around a whole request does.</summary>
internal static class StoreHolder
{
    public static Task HoldAsync(HttpContext context, RequestDelegate next) =>
        context
            .RequestServices.GetRequiredService<Database>()
            .ReadAsync(
                async (_, _) =>
                {
                    await next(context);
                    return true;
                },
                context.RequestAborted
            );
}
