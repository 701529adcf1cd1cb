using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Registers and maps <c>GET /ws/chat</c>.</summary>
internal static class WebSocketSetup
{
    public static void AddChatSockets(this IServiceCollection services)
    {
        services
            .AddOptions<SocketOptions>()
            .BindConfiguration(SocketOptions.Section)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<SocketOptions>, SocketOptions.Validator>();
        services.AddSingleton<OriginRule>();
        services.AddSingleton<SocketCommands>();
        services.AddSingleton<SocketMetrics>();
        services.AddSingleton<SocketServices>();
        services.AddSingleton<ChatSocketHandler>();
    }

    public static void MapChatSockets(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<SocketOptions>>().Value;
        app.UseWebSockets(
            new WebSocketOptions
            {
                KeepAliveInterval = TimeSpan.FromSeconds(options.KeepAliveSeconds),
                KeepAliveTimeout = TimeSpan.FromSeconds(options.KeepAliveTimeoutSeconds),
            }
        );
        // HTTP/2 opens a socket by CONNECT.
        app.MapMethods(
                "/ws/chat",
                [HttpMethods.Get, HttpMethods.Connect],
                static (HttpContext context, ChatSocketHandler sockets) =>
                    sockets.HandleAsync(context)
            )
            .RequireScope(Scopes.Chat)
            .Produces(StatusCodes.Status101SwitchingProtocols)
            .WithSummary("A WebSocket for any number of turns")
            .DescribeErrors(403, 426)
            .DisableRequestTimeout();
    }
}
