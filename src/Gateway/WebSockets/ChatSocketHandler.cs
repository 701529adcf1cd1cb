namespace Gateway;

/// <summary>Opens sockets for those who may have one, and keeps count of them.</summary>
internal sealed class ChatSocketHandler(SocketServices services, OriginRule origins)
{
    public async Task<IResult> HandleAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.Headers.Upgrade = "websocket";
            return TypedResults.Problem(
                "This is a WebSocket's address: a request to open one is expected.",
                statusCode: StatusCodes.Status426UpgradeRequired
            );
        }
        if (!origins.Allows(context.Request))
        {
            var origin = Quoted.Truncate(context.Request.Headers.Origin.ToString());
            return TypedResults.Problem(
                $"Origin is '{origin}': allowed is {origins.Allowed}.",
                statusCode: StatusCodes.Status403Forbidden
            );
        }
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        services.Metrics.Opened();
        try
        {
            await using var chat = new ChatSocket(socket, context, services);
            await chat.RunAsync();
        }
        finally
        {
            services.Metrics.Closed();
        }
        return TypedResults.Empty;
    }
}
